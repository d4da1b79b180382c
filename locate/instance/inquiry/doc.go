// Package inquiry asks a question of a location instance and says what came out, for people and for programs.
//
// In go an [instance.Instance], an [instance.Question] and limits; out come a [Report] (value, bound, gap, chosen sites by name) and, if
// wanted, the certificate of the bound as a [certificate.File]. The value of each answer is computed again from the instance before it
// is handed out. Times are the caller's: nothing here reads a clock.
package inquiry
