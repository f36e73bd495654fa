// LEMON on a cohort file: lemon_peer FILE simplex|scaling. Prints one JSON line; building its graph counts.
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

using Graph = lemon::StaticDigraph;

static std::vector<int32_t> read(const char *file) {
  FILE *in = fopen(file, "rb");
  fseek(in, 0, SEEK_END);
  std::vector<int32_t> numbers(ftell(in) / 4);
  rewind(in);
  if (fread(numbers.data(), 4, numbers.size(), in) != numbers.size()) numbers.clear();
  fclose(in);
  return numbers;
}

static double processor() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + 1e-6 * (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

template <class Method>
static void solve(const std::vector<int32_t> &numbers) {
  const int mentees = numbers[0], mentors = numbers[1], pairs = numbers[2];
  const int32_t *capacity = numbers.data() + 3, *mentee = capacity + mentors;
  const int32_t *mentor = mentee + pairs, *points = mentor + pairs;
  const double before = processor();
  const auto started = std::chrono::steady_clock::now();
  // Every mentee sends one unit over a mentor, or straight to the root at a price above all points together.
  const int root = mentees + mentors;
  int64_t above = 1;
  for (int k = 0; k < pairs; k++) above = std::max<int64_t>(above, points[k] + 1);
  const int64_t alone = (above + 1) * (mentees + 1);
  std::vector<std::pair<int, int>> arcs;
  std::vector<int64_t> price;
  std::vector<int> room;
  arcs.reserve(pairs + mentees + mentors);
  for (int i = 0, k = 0; i < mentees; i++) {
    for (; k < pairs && mentee[k] == i; k++) {
      arcs.emplace_back(i, mentees + mentor[k]);
      price.push_back(above - points[k]);
      room.push_back(1);
    }
    arcs.emplace_back(i, root);
    price.push_back(alone);
    room.push_back(1);
  }
  for (int j = 0; j < mentors; j++) {
    arcs.emplace_back(mentees + j, root);
    price.push_back(0);
    room.push_back(capacity[j]);
  }
  Graph graph;
  graph.build(root + 1, arcs.begin(), arcs.end());
  Graph::ArcMap<int64_t> cost(graph);
  Graph::ArcMap<int> upper(graph);
  Graph::NodeMap<int> supply(graph, 0);
  for (int a = 0; a < (int)arcs.size(); a++) {
    cost[graph.arc(a)] = price[a];
    upper[graph.arc(a)] = room[a];
  }
  for (int i = 0; i < mentees; i++) supply[graph.node(i)] = 1;
  supply[graph.node(root)] = -mentees;
  Method method(graph);
  method.upperMap(upper).costMap(cost).supplyMap(supply).run();
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
  const double spent = processor() - before;
  int64_t made = 0, total = 0;
  for (int a = 0; a < (int)arcs.size(); a++)
    if (arcs[a].second != root && method.flow(graph.arc(a)) > 0) {
      made++;
      total += above - price[a];
    }
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("{\"seconds\":%.6f,\"processor\":%.6f,\"pairs\":%lld,\"total\":%lld,\"megabytes\":%ld}\n", seconds, spent, (long long)made, (long long)total,
         usage.ru_maxrss / 1024);
}

int main(int, char **argv) {
  const auto numbers = read(argv[1]);
  if (strcmp(argv[2], "simplex") == 0)
    solve<lemon::NetworkSimplex<Graph, int, int64_t>>(numbers);
  else
    solve<lemon::CostScaling<Graph, int, int64_t>>(numbers);
}
