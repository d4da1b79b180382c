// Command etablera plans, checks and reports a programme of public service
// offices. Each command is a file of its own that reads its flags, calls the
// rooms under internal, and prints; see docs/commands.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/etablera/etablera/internal/wording"
)

// version is set by the linker; see the Makefile.
var version = "unknown"

// Exit codes: 0 all is well; 1 the answer is no (a fact is wrong, a figure no
// longer holds, the linter found an error); 2 the command could not be carried out.
const exitNo, exitTrouble = 1, 2

func main() {
	wording.Load()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := newRoot(os.Stdout, os.Stderr, os.Args[1:]...).ExecuteContext(ctx)
	switch {
	case err == nil:
	case errors.Is(err, errNo):
		stop()
		os.Exit(exitNo)
	default:
		fmt.Fprintln(os.Stderr, "etablera:", err)
		stop()
		os.Exit(exitTrouble)
	}
}
