// Package locale turns message keys, numbers, money and dates into Swedish and
// English text.
//
// Packages that speak to people hand over a key and arguments; the texts live
// here, those of a package in a table registered under its name. Every key has
// both languages with the same verbs, and a test says so. Numbers follow the
// Language Council's rules: 1 234,5 in Swedish with a no-break space, 1,234.5 in
// English; dates are ISO in tables and written out in running text.
package locale
