package verify

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/etablera/etablera/internal/plan/figure"
	"golang.org/x/net/html"
)

// manifestID is the id of the script element that holds the manifest of a page.
const manifestID = "etablera-manifest"

// readPage reads the manifest of a page, and the text of its data elements that
// have an address. Of two manifests the first counts.
func readPage(content []byte) (manifest []byte, shown []Shown, err error) {
	z := html.NewTokenizer(bytes.NewReader(content))
	z.SetMaxBuf(maxPart)
	var open texts
	inManifest := false
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return nil, nil, fmt.Errorf("is not a page: %w", err)
			}
			return manifest, open.shown, nil
		}
		tok := z.Token()
		switch kind {
		case html.StartTagToken:
			inManifest = tok.Data == "script" && attribute(tok, "id") == manifestID && manifest == nil
			if tok.Data == "data" {
				if err := open.start(); err != nil {
					return nil, nil, err
				}
				open.bind(figure.Address(attribute(tok, "data-address")))
			}
		case html.EndTagToken:
			inManifest = false
			if tok.Data == "data" {
				open.end()
			}
		case html.TextToken:
			if inManifest {
				manifest = []byte(strings.Clone(tok.Data))
			} else {
				open.write(tok.Data)
			}
		}
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
