package docx

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"fmt"
	"strings"
)

// readManifest reads the figure manifest out of a Word file. A program that has
// saved it may have renamed the part, so it is known by its namespace.
func readManifest(data []byte) ([]byte, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the file is not a Word file: %w", err)
	}
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "customXml/item") || strings.HasPrefix(f.Name, "customXml/itemProps") {
			continue
		}
		text, ok, err := manifestPart(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		if ok {
			return base64.StdEncoding.DecodeString(strings.TrimSpace(text))
		}
	}
	return nil, fmt.Errorf("the Word file holds no figure manifest: a report has it in a part of the namespace %s", manifestNamespace)
}

func manifestPart(f *zip.File) (string, bool, error) {
	r, err := f.Open()
	if err != nil {
		return "", false, err
	}
	defer r.Close()
	var part struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	}
	if err := xml.NewDecoder(r).Decode(&part); err != nil {
		return "", false, err
	}
	return part.Text, part.XMLName == xml.Name{Space: manifestNamespace, Local: "manifest"}, nil
}
