// Package matrix reads a table of travel times that somebody else has computed.
//
// In goes CSV, UTF-8, with the columns from, to and seconds in any order, and
// metres where distances are known; from is where people come from and to where
// they go. An empty number says that there is no way. Out come the times by the
// place that people go to, as flat arrays. Pairs that do not stand in the table
// are unknown, and told apart from none: Row says how many it found.
//
// Reading is bounded by Limits in bytes, rows and places, takes O(rows) time and
// 12 bytes a row, and stops at the first mistake, with its line and column and
// what would be right. Nothing is guessed: a pair stated twice is a mistake, even
// with the same time.
package matrix
