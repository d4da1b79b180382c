package main

import (
	"fmt"
	"os"

	"github.com/etablera/etablera/internal/summary"
	"github.com/etablera/etablera/locate/certificate"
	"github.com/spf13/cobra"
)

// locateVerified is the answer of locate verify as JSON.
type locateVerified struct {
	Schema      string `json:"schema"`
	Certificate string `json:"certificate"`
	File        string `json:"file"`
	Holds       bool   `json:"holds"`
	Reason      string `json:"reason"` // why not; empty if it holds
	Value       int64  `json:"value"`
	Bound       int64  `json:"bound"`
}

func newLocateVerify(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "verify CERTIFICATE FILE",
		Short:   a.locateText("verify.short"),
		Example: "  etablera locate verify proof.json towns.tsp",
		Args:    a.wants(2, 2),
		RunE:    func(_ *cobra.Command, args []string) error { return a.complain(a.locateVerify(args[0], args[1])) },
	}
}

func (a *app) locateVerify(proof, name string) error {
	f, err := os.Open(proof)
	if err != nil {
		return err
	}
	defer f.Close()
	file, err := certificate.Read(f, proof)
	if err != nil {
		return err
	}
	in, err := readInstance(name)
	if err != nil {
		return err
	}
	wrong := file.Verify(in)
	out := locateVerified{Schema: "etablera.locate.verify/1", Certificate: proof, File: name, Holds: wrong == nil, Value: file.Value, Bound: file.Bound}
	if wrong != nil {
		out.Reason = wrong.Error()
	}
	switch {
	case a.format == "json":
		err = summary.WriteJSON(a.out, out)
	case out.Holds:
		_, err = fmt.Fprintln(a.out, a.locateText("verify.good", file.Value, file.Bound))
	default:
		_, err = fmt.Fprintln(a.out, a.locateText("verify.bad", wrong))
	}
	if err == nil && !out.Holds {
		return errNo
	}
	return err
}
