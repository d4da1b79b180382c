package html

import (
	"bytes"
	"fmt"

	nethtml "golang.org/x/net/html"
)

// Manifest reads the figure manifest out of a page that Write has made. The
// JSON may escape characters that the original wrote plainly; it means the same.
func Manifest(data []byte) ([]byte, error) {
	z := nethtml.NewTokenizer(bytes.NewReader(data))
	for {
		switch z.Next() {
		case nethtml.ErrorToken:
			return nil, fmt.Errorf("the page holds no figure manifest: a report has it in the element %q", ManifestID)
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
		if string(key) == "id" && string(value) == ManifestID {
			return true
		}
	}
	return false
}
