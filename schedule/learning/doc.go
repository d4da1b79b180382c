// Package learning computes how long activities are going to take from how long they have taken, starting
// from what somebody assumes. It is an engine: it knows cells (an activity, for a type, under a
// condition), working days and assumptions, and nothing of what is done in those days.
//
// # In
//
// A Spec lists one Assumption for each cell (a median, a ninth decile and what they are worth in equivalent
// outcomes), the Outcomes so far, and how the doubt about the assumptions is shared between cells. An
// outcome is known, bounded on both sides, or still running: then it is known to exceed what has elapsed.
//
// # Out
//
// Learn returns for every cell, also for those without an outcome, a Forecast of the next outcome, the
// log-normal distribution with the same median and ninth decile (what a simulation draws from), how
// many outcomes there are, what they changed, what the median rests on (own outcomes, other cells' or the
// assumption), how much of the spread is doubt about the cell, and which cells share that doubt. Score, CRPS, Pinball and Experience judge forecasts as outcomes arrive.
//
// Time is in working days, fractions allowed, at most MaxDays. Scores are in days.
//
// # The model
//
// For an outcome of cell c with assumed median M, ninth decile Q, weight w and spread weight v, let
//
//	z = ln days − ln M
//
// so that cells are compared by how many times as long as assumed they took. Each z is normal around the
// cell's mean θ with variance τ², assumed to be σ². Beforehand θ is normal around 0 and two cells b, c of
// one activity have
//
//	cov(θ_b, θ_c) = shared(b, c) · min(σ_b²/w_b, σ_c²/w_c)
//
// where shared adds the Pooling shares of what b and c agree in, so shared(c, c) = 1. This is the
// partial pooling of Gelman & Hill (2007, ch. 12–13) with crossed groups. With N known outcomes per cell (D
// the diagonal matrix of N/σ², L that of the covariances, z̄ the outcomes' means) the means are
//
//	θ = G z̄,   G = L (L + D⁻¹)⁻¹,   var θ = V·τ²/σ²,   V = L − G L
//
// G holds the weights that Weights reports. For a cell alone θ = N z̄ / (N + w).
//
// Beforehand τ² is scaled inverse chi-squared with v degrees of freedom around σ². The other cells of the
// activity move its centre to P and its freedom to f: each tells of the shared part of the doubt what
// remains of its evidence after its own part (Pooling.Spread). The cell's own outcomes then give
//
//	τ² = (f·P + Σ(z−θ)² + u²·K/(1−N·K)) / (f + N),   u = Σ(z−θ),   K = V/σ²
//
// with f + N degrees of freedom. This is the moderated variance of Smyth (2004); for a cell alone it is
// the conjugate normal-inverse-gamma update exactly (Gelman et al. 2013, §3.3). The forecast is
// Student's t on the log scale:
//
//	ln days ~ ln M + θ + τ·√(1+K) · t(f+N)
//
// and σ = ln(Q/M)/t₀.₉(v) · √(w/(w+1)) makes the forecast without outcomes have median M and ninth decile Q.
//
// An outcome that is only bounded is completed by its expected value and square given the bounds, in
// rounds until nothing moves (EM: Dempster, Laird & Rubin 1977; for the censored normal Tobin 1958 states
// the likelihood). It counts for the part of a known outcome's information that is left (Louis 1982): an
// activity that has just started counts for nothing, one long overdue for almost a whole outcome.
//
// # Promises
//
//   - Without outcomes a forecast has the stated median and ninth decile, to rounding; with weight +Inf always.
//   - Doubt is never shared between activities, nor does a cell of weight +Inf teach others.
//   - A known outcome that is longer never shortens the median of its own cell, if all outcomes are known.
//   - The answer depends on the set of outcomes, not their order, and is the same on every run. No
//     randomness, no clock.
//   - The forecast takes the mean and the spread of bounded outcomes at their most likely values, so with few
//     known and many bounded outcomes it is a little too sure: its quantiles were within 1.5 percentage points
//     of the exact integral in every case tried.
//   - RESULTS.md holds what was measured on organisations made at random.
//
// Learning an activity of C cells costs O(outcomes + C³), with bounded outcomes as many times as there are rounds.
//
// # Sources
//
// A. Gelman and J. Hill, Data analysis using regression and multilevel/hierarchical models, Cambridge
// (2007). A. Gelman and others, Bayesian data analysis, 3rd ed., CRC (2013). G. K. Smyth, Linear models
// and empirical Bayes methods for assessing differential expression in microarray experiments,
// Statistical applications in genetics and molecular biology 3 (2004) art. 3. J. Tobin, Estimation of
// relationships for limited dependent variables, Econometrica 26 (1958) 24–36. A. P. Dempster, N. M. Laird and
// D. B. Rubin, Maximum likelihood from incomplete data via the EM algorithm, J. R. Statist. Soc. B 39
// (1977) 1–38. T. A. Louis, Finding the observed information matrix when using the EM algorithm, J. R.
// Statist. Soc. B 44 (1982) 226–233. T. Gneiting and A. E. Raftery, Strictly proper scoring rules,
// prediction, and estimation, J. Am. Statist. Assoc. 102 (2007) 359–378. A. P. Dawid, Statistical theory:
// the prequential approach, J. R. Statist. Soc. A 147 (1984) 278–292. D. L. Wallace, Bounds on normal
// approximations to Student's and the chi-square distributions, Ann. Math. Statist. 30 (1959) 1121–1130.
package learning
