// Package locate chooses where to serve from: which offices to open, keep, resize
// or close so that demand is served at least cost, and proves how good the choice
// is. It is an engine: it knows classes of demand, options and rules, and nothing of
// what the offices do.
//
// # In
//
// A [Spec] lists classes of demand (weight, cost if unserved), options (a site, a
// type, a period, a cost) and what service costs between them: as a [Matrix], as
// sparse [Lists], or as [Points] with a metric. Rows hold counts, nested quotas,
// budgets and rules like "not together". Everything is int64, so bounds are exact.
//
// One model covers the family. The p-median has classes without a cost if unserved
// and one row "exactly p". Maximal covering has service costs 0 and cost 1 if unserved
// ([Cover] states it for points), gradual cover has service costs in between. Set
// covering has classes that must be served and options that cost. Cover of a share
// per county is a [Measure] per county with a cap. Rounds are periods. [Capacities] are
// reported by [Loads], or enforced: then a class may be divided among options. A class
// of Order 2 pays for its second nearest option: backup cover has service costs 0 and
// cost 1 if no second option covers.
//
// # Out
//
// [Solve] gives an [Answer]: the choice, its value, a bound that nothing can beat,
// and a [Certificate] from which anybody can compute that bound again. [Tradeoff]
// follows what one measure costs in another. [Options.All] lists every other choice
// within a tolerance, for people to choose. Where capacities are enforced the Answer
// gives the division too ([Flow]). An infeasible Spec is an Answer that
// names rules that cannot be met together ([Conflict]).
//
// # Method
//
// Serving each class is priced (Lagrangian relaxation); options are then chosen
// exactly under nested counts, and rows that are not nested, budgets and caps are
// priced as well. Prices are improved first by a deflected subgradient method with
// Polyak's step, which is quick far from the optimum, then by the volume algorithm: on
// d2103 with p = 100 the first alone stops 0.17 % below the linear relaxation, the two
// together come within 0.01 % in 1,500 evaluations; primal–dual hybrid gradients were
// tried and came nowhere near. The average of the choices met is near a fractional
// optimum, and says where to search and what to branch on. One evaluation costs O(entries
// below the prices) where lists are laid out by class, cheapest first. Large problems cut
// each class's list where a third option of a good choice serves it, which keeps bounds
// valid, begin on part of the options, and go on with those that the bound so far does
// not rule out; where even those lists are too many, only lists needed are held and the
// rest is read from the Spec when a bound is proven.
//
// Choices are improved by swaps with the fast interchange; by disturbing and mending one
// place at a time; by solving district after district of ten options to its optimum
// while the rest stays; and by recombining an elite, on paths between two and exactly
// over what all of it holds. The gap that is left is closed by reduced-cost fixing and
// best-first branch and bound with the parents' multipliers, each node by the volume
// algorithm; memory is 16 bytes per entry, and per class and open node.
//
// One budget is more than priced: at a node's prices the choice under nested counts and
// the budget is found by branch and bound, with the budget's price of its own at each
// node of that small tree ([knapsack] in the source). Where it shows that a node cannot
// hold anything better it becomes part of the certificate, as nodes like all others;
// where it would take too long, the priced bound stands. What an Answer states is always
// what the certificate proves.
//
// Where a class is either covered or lost at a fixed cost, the bound has a closed form,
// and the relaxation is solved by restarted primal–dual hybrid gradients over shares of
// options and prices between 0 and 1: on 100 sites a thousand steps of a tenth of a
// millisecond come within 0.001 %, and thirteen nodes close what the general way took
// 1,700 for. Options settled by reduced costs leave, and classes that the rest covers
// alike become one, at the root and in every node. Swaps count how often each class is
// covered; good choices are recombined exactly over their options. The bound is still
// that of prices per class, so where the linear relaxation itself is far from the best
// choice (some 0.6 % for 2,000 sites in towns) only branching closes the rest.
//
// With capacities an option gains, at given prices, a fractional knapsack of classes;
// what a choice is worth is a transportation problem, solved by shortest paths between
// options, whose prices are the leaf's proof. For a second nearest option a class counts
// half at each option, or whole at all but one. Choices are then improved by exchanges
// in order of what the choice's own prices bound them by, each evaluated in full: exact
// on problems of some hundred classes, a proven gap beyond; backup service has the
// weaker bounds. An evaluation costs O(classes × options chosen) and more the scarcer
// room is: some milliseconds for 1,000 classes and 50 options.
//
// # Promises
//
// The bound of an Answer is computed in integers and holds whatever the search did.
// Without [Options.Time] and with a context that does not end, an Answer depends on
// the Spec and the seed alone, not on the number of cores. Weights of 0 ask for nothing.
//
// # Sources
//
// G. Cornuéjols, M. L. Fisher and G. L. Nemhauser, Location of bank accounts to optimize
// float, Management Science 23 (1977) 789–810, for the relaxation. M. Held, P. Wolfe and
// H. P. Crowder, Validation of subgradient optimization, Mathematical Programming 6
// (1974) 62–88; P. M. Camerini, L. Fratta and F. Maffioli, On improving relaxation methods
// by modified gradient techniques, Mathematical Programming Study 3 (1975) 26–34.
// F. Barahona and R. Anbil, The volume algorithm: producing primal solutions with a
// subgradient method, Mathematical Programming 87 (2000) 385–399.
// R. A. Whitaker, A fast algorithm for the greedy interchange of large-scale clustering
// and median location problems, INFOR 21 (1983) 95–108; P. Hansen and N. Mladenović,
// Variable neighborhood search for the p-median, Location Science 5 (1997) 207–226;
// R. D. Galvão and C. ReVelle, A Lagrangean heuristic for the maximal covering location
// problem, European Journal of Operational Research 88 (1996) 114–123. A. Chambolle and
// T. Pock, A first-order primal-dual algorithm for convex problems with applications to
// imaging, Journal of Mathematical Imaging and Vision 40 (2011) 120–145; D. Applegate et
// al., Practical large-scale linear programming using primal-dual hybrid gradient, NeurIPS
// 34 (2021); H. Lu and J. Yang, Restarted Halpern PDHG for linear programming, arXiv
// 2407.16144 (2024). C. Hildreth, A quadratic programming procedure, Naval Research
// Logistics Quarterly 4 (1957) 79–85. A. L. Zobrist, A new hashing method with application
// for game playing, University of Wisconsin, Technical Report 88 (1970).
// M. G. C. Resende and R. F. Werneck, A fast swap-based local search procedure for
// location problems, Annals of Operations Research 150 (2007) 205–230, and A hybrid
// heuristic for the p-median problem, Journal of Heuristics 10 (2004) 59–88, for the elite
// and its paths; K. E. Rosing and C. S. ReVelle, Heuristic concentration: two stage
// solution construction, European Journal of Operational Research 97 (1997) 75–86;
// É. D. Taillard and S. Voß, POPMUSIC: partial optimization metaheuristic under special
// intensification conditions, Essays and Surveys in Metaheuristics (2002) 613–629, for
// the districts. P. Avella,
// M. Boccia, S. Salerno and I. Vasilyev, An aggregation heuristic for large scale p-median
// problem, Computers & Operations Research 39 (2012) 1625–1632, for the core problem.
// G. Cornuéjols, R. Sridharan and J. M. Thizy, A comparison of heuristics and relaxations
// for the capacitated plant location problem, European Journal of Operational Research 50
// (1991) 280–297, for capacities; G. Y. Handler and I. Zang, A dual algorithm for
// the constrained shortest path problem, Networks 10 (1980) 293–309, for the price of a
// budget; G. B. Dantzig, Discrete-variable extremum problems,
// Operations Research 5 (1957) 266–288, for the knapsack; R. K. Ahuja, T. L. Magnanti and
// J. B. Orlin, Network Flows (1993), for the division. K. Hogan and C. ReVelle, Concepts
// and applications of backup coverage, Management Science 32 (1986) 1434–1444.
// Y. Y. Haimes, L. S. Lasdon and D. A. Wismer, On a bicriterion formulation of the
// problems of integrated system identification and system optimization, IEEE Transactions
// on Systems, Man, and Cybernetics 1 (1971) 296–297, for the ε-constraint. U. Junker,
// QuickXplain: preferred explanations and relaxations for over-constrained problems,
// AAAI (2004) 167–172. J.-F. Cordeau, F. Furini and I. Ljubić, Benders decomposition for
// very large scale partial set covering and maximal covering location problems, European
// Journal of Operational Research 275 (2019) 882–896, for the covering instances;
// C. Durán-Mateluna, Z. Ales and S. Elloumi, An efficient Benders decomposition for the
// p-median problem, European Journal of Operational Research 308 (2023) 84–96, for the
// values to compare with.
package locate
