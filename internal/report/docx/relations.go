package docx

import (
	"fmt"
	"strings"
)

// Types of relationships.
const (
	officeRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRel = "http://schemas.openxmlformats.org/package/2006/relationships/"
)

// relations are the links from one part to others, in the order of their making.
type relations struct {
	lines []string
	links map[string]string // ids by web address
}

func newRelations() *relations { return &relations{links: map[string]string{}} }

// add links to a part and returns the id of the link.
func (r *relations) add(kind, target string) string { return r.append(kind, target, "") }

// addLink links to an address on the web, once for each address.
func (r *relations) addLink(target string) string {
	if id := r.links[target]; id != "" {
		return id
	}
	r.links[target] = r.append(officeRel+"hyperlink", target, ` TargetMode="External"`)
	return r.links[target]
}

func (r *relations) append(kind, target, mode string) string {
	id := fmt.Sprintf("rId%d", len(r.lines)+1)
	r.lines = append(r.lines, fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"%s/>`, id, kind, escape(target), mode))
	return id
}

func (r *relations) xml() string {
	return xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + "\n" +
		strings.Join(r.lines, "\n") + "\n</Relationships>\n"
}
