# Installs the web page's build tools unless they are there already: cmake -DNPM=... -DFOLDER=... -DSTAMP=... -P this
set(lock ${FOLDER}/package-lock.json)
set(installed ${FOLDER}/node_modules/.package-lock.json)
if(NOT EXISTS ${installed} OR ${lock} IS_NEWER_THAN ${installed})
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --silent
                    WORKING_DIRECTORY ${FOLDER} COMMAND_ERROR_IS_FATAL ANY)
    file(TOUCH ${installed})
endif()
file(TOUCH ${STAMP})
