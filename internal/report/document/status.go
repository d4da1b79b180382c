package document

// Statuses lists the values of Cell.Status, best first.
var Statuses = []string{"met", "plan", "risk", "failed", "unknown", "later"}

// Mark is the sign of a status. The signs differ in shape, so that a page
// printed in grey tells as much as one in colour; an unknown status has none.
func Mark(status string) string {
	switch status {
	case "met":
		return "●"
	case "plan":
		return "◐"
	case "risk":
		return "▲"
	case "failed":
		return "✕"
	case "unknown":
		return "?"
	case "later":
		return "○"
	}
	return ""
}
