"""EASE^R and iALS in NumPy, for parlance_recommender_benchmark: fits both on a file of likes (a user a line,
then his items) and times queries of ten items. Prints one JSON object."""
import json
import sys
import time

import numpy as np


def read(name):
    histories = [np.unique([int(cell) for cell in line.split()[1:]]) for line in open(name) if line.strip()]
    return histories, 1 + max(int(liked.max()) for liked in histories if liked.size)


def ease(histories, items, penalty):
    together = np.zeros((items, items), np.float32)
    for liked in histories:
        together[np.ix_(liked, liked)] += 1
    together[np.diag_indices(items)] += penalty
    inverse = np.linalg.inv(together)
    weights = inverse / -np.diag(inverse)
    weights[np.diag_indices(items)] = 0
    weights = np.ascontiguousarray(weights)
    return lambda liked: weights[liked].sum(axis=0)


def ials(histories, items, factors, penalty, unseen, rounds):
    fans = [[] for _ in range(items)]
    for user, liked in enumerate(histories):
        for item in liked:
            fans[item].append(user)
    fans = [np.array(users, int) for users in fans]
    generator = np.random.default_rng(42)
    ours = generator.normal(0, .1 / np.sqrt(factors), (items, factors)).astype(np.float32)

    def solve(other, everywhere, liked):
        chosen = other[liked]
        left = everywhere + chosen.T @ chosen
        left[np.diag_indices(factors)] += penalty * (len(liked) + unseen * len(other))
        return np.linalg.solve(left, chosen.sum(axis=0))

    def side(other, likes):
        everywhere = unseen * other.T @ other
        return np.stack([solve(other, everywhere, liked) for liked in likes])

    for _ in range(rounds):
        ours = side(side(ours, histories), fans)
    everywhere = unseen * ours.T @ ours
    return lambda liked: ours @ solve(ours, everywhere, liked)


def measured(score, histories):
    times = []
    for liked in histories:
        start = time.perf_counter()
        scores = score(liked)
        scores[liked] = -np.inf
        best = np.argpartition(-scores, 10)[:10]
        best[np.argsort(-scores[best])]
        times.append(1e3 * (time.perf_counter() - start))
    return {"p50_ms": float(np.percentile(times, 50)), "p99_ms": float(np.percentile(times, 99))}


def main():
    histories, items = read(sys.argv[1])
    report = {}
    for name, fit in (("ease", lambda: ease(histories, items, 2000)),
                      ("ials", lambda: ials(histories, items, 64, .01, .3, 12))):
        start = time.perf_counter()
        score = fit()
        seconds = time.perf_counter() - start
        report[name] = {"fit_s": seconds, **measured(score, histories[:2000])}
    print(json.dumps(report))


main()
