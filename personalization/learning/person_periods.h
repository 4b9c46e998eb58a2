#pragma once

#include "intents/result.h"
#include "personalization/learning/feature_encoder.h"
#include "personalization/learning/feature_matrix.h"
#include "personalization/learning/life_event_definition.h"

namespace parlance::personalization {

// One row for each person and each period that he is watched in; the label says whether the event happens
// within the horizon, the group is the person. A row knows only its period and those before: age or month,
// the state, the one before it, since when, how long in each state so far, the number of changes, the states
// of some periods ago, and the covariates.
//
// Persons whose course ends within a row's horizon are not watched in it.
// Method: discrete-time survival by person-period rows; Allison 1982, Singer and Willett 1993.
// states: the spellings that features are made of, those of the training.
// Fails with bad_training when a covariate is missing or wrong.
Result<LabelledMatrix> person_periods(const LifeCourses& lives, const LifeEventDefinition& event,
                                      const FeatureEncoder& covariates,
                                      const std::vector<std::string>& states);

// Reads the covariates of these lives.
FeatureEncoder covariate_encoder(const LifeCourses& lives);

}  // namespace parlance::personalization
