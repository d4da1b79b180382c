package document

import (
	"net/url"
	"strings"
)

// WebTarget returns the address that a link opens on the web or in a mail
// program, in a form that every format accepts, and whether there is one. An
// address that runs code or is malformed is none: its text stands without link.
func WebTarget(href string) (string, bool) {
	u, err := url.Parse(Clean(href))
	if err != nil || strings.ContainsAny(u.Host, "\"<>\\^`{|}% ") {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		return u.String(), u.Hostname() != ""
	case "mailto":
		return u.String(), u.Opaque != ""
	}
	return "", false
}
