"""SciPy on a cohort file: python3 scipy_peer.py FILE mentees|places|dense. Prints one JSON line; building its matrix counts."""

import json
import resource
import sys
import time

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

numbers = np.fromfile(sys.argv[1], dtype=np.int32)
mentees, mentors, pairs = (int(number) for number in numbers[:3])
capacity = numbers[3 : 3 + mentors]
mentee, mentor, points = numbers[3 + mentors :].reshape(3, pairs)
way = sys.argv[2]
above = int(points.max()) + 1

started = time.perf_counter()
before = time.process_time()
# One column a place. A person left out costs more than all points together.
first = np.concatenate(([0], np.cumsum(capacity)))
places = int(first[-1])
times = capacity[mentor]
row = np.repeat(mentee, times)
column = np.repeat(first[mentor] - np.concatenate(([0], np.cumsum(times)[:-1])), times) + np.arange(times.sum())
cost = np.repeat(above - points, times).astype(np.float64)
alone = (above + 1.0) * (min(mentees, places) + 1)
if way == "dense":
    matrix = np.full((mentees, places), alone)
    matrix[row, column] = cost
    chosen_row, chosen_column = linear_sum_assignment(matrix)
    chosen = matrix[chosen_row, chosen_column]
else:
    if way == "places":
        row, column, rows, columns = column, row, places, mentees
    else:
        rows, columns = mentees, places
    own = np.arange(rows)
    graph = csr_matrix(
        (np.concatenate((cost, np.full(rows, alone))), (np.concatenate((row, own)), np.concatenate((column, columns + own)))),
        shape=(rows, columns + rows),
    )
    chosen_row, chosen_column = min_weight_full_bipartite_matching(graph)
    chosen = np.asarray(graph[chosen_row, chosen_column]).ravel()
seconds = time.perf_counter() - started
spent = time.process_time() - before
made = chosen[chosen < alone]
print(
    json.dumps(
        {
            "seconds": seconds,
            "processor": spent,
            "pairs": int(made.size),
            "total": int((above - made).sum()),
            "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        }
    )
)
