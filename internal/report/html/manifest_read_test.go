package html

import (
	"bytes"
	"fmt"

	nethtml "golang.org/x/net/html"
)

// readManifest reads the figure manifest out of a page. The
// JSON may escape characters that the original wrote plainly; it means the same.
func readManifest(data []byte) ([]byte, error) {
	z := nethtml.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return nil, fmt.Errorf("the page holds no figure manifest: a report has it in the element %q", manifestID)
		case nethtml.StartTagToken:
			if isManifest(z) {
				if z.Next() != nethtml.TextToken {
					return nil, nil
				}
				return bytes.Clone(z.Raw()), nil
			}
		}
	}
}

func isManifest(z *nethtml.Tokenizer) bool {
	name, more := z.TagName()
	if string(name) != "script" {
		return false
	}
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		if string(key) == "id" && string(value) == manifestID {
			return true
		}
	}
	return false
}
