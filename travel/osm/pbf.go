package osm

import (
	"context"
	"io"
	"sync/atomic"
)

// pbf is a PBF file whose blobs are known by place.
type pbf struct {
	r     io.ReaderAt
	size  int64
	blobs []blob
	// holds says which kinds a blob has, with the bit known once it was decoded. Workers write their own blobs' entries.
	holds []Kind
	// sorted: nodes before ways before relations, as the file says and as far as is known.
	sorted bool
}

// known marks an entry of pbf.holds that is filled in.
const known Kind = 1 << 7

func newPBF(r io.ReaderAt, size int64) (*pbf, Header, error) {
	head, blobs, err := index(r, size)
	if err != nil {
		return nil, Header{}, err
	}
	var u unpacker
	content, err := u.read(r, head, nil)
	if err != nil {
		return nil, Header{}, err
	}
	h, err := parseHeader(content, head.where)
	if err != nil {
		return nil, Header{}, err
	}
	return &pbf{r: r, size: size, blobs: blobs, holds: make([]Kind, len(blobs)), sorted: h.Sorted}, h, nil
}

// worker decodes blobs, with memory of its own.
type worker struct {
	unpacker unpacker
	decoder  decoder
}

// block decodes one blob into b.
func (w *worker) block(p *pbf, i int, want Kind, b *Block) error {
	var err error
	if b.text, err = w.unpacker.read(p.r, p.blobs[i], b.text); err != nil {
		return err
	}
	holds, err := w.decoder.decode(b, p.blobs[i].where, want)
	p.holds[i] = holds | known
	return err
}

// wanted lists the blobs that hold or may hold wanted kinds.
func (p *pbf) wanted(want Kind) ([]int, error) {
	from, to := 0, len(p.blobs)
	if p.sorted && want != All {
		var err error
		if from, to, err = p.part(want); err != nil {
			return nil, err
		}
	}
	list := make([]int, 0, to-from)
	for i := from; i < to; i++ {
		if p.holds[i]&known == 0 || p.holds[i]&want != 0 {
			list = append(list, i)
		}
	}
	return list, nil
}

// part bounds the blobs with wanted kinds in a sorted file.
func (p *pbf) part(want Kind) (from, to int, err error) {
	var w worker
	var b Block
	// The first blob that holds a kind of the set, or a later kind.
	first := func(reached Kind) int {
		lo, hi := 0, len(p.blobs)
		for lo < hi && err == nil {
			mid := (lo + hi) / 2
			if p.holds[mid]&known == 0 {
				err = w.block(p, mid, 0, &b)
			}
			if p.holds[mid]&reached != 0 {
				hi = mid
			} else {
				lo = mid + 1
			}
		}
		return lo
	}
	from, to = 0, len(p.blobs)
	switch {
	case want&Nodes != 0:
	case want&Ways != 0:
		from = first(Ways | Relations)
	default:
		from = first(Relations)
	}
	switch {
	case want&Relations != 0:
	case want&Ways != 0:
		to = min(first(Relations)+1, to)
	default:
		to = min(first(Ways|Relations)+1, to)
	}
	return from, to, err
}

// disordered says that a file which claims to be sorted is not, once a read has shown it.
func (p *pbf) disordered() error {
	if !p.sorted {
		return nil
	}
	var seen Kind
	for i, h := range p.holds {
		h &^= known
		if h == 0 {
			continue
		}
		if seen > h&-h {
			return p.blobs[i].where.errorf(Disordered, "the file claims that nodes come before ways before relations, and it is not so: sort it, or drop the claim")
		}
		seen = max(seen, highest(h))
	}
	return nil
}

func highest(k Kind) Kind {
	for k&(k-1) != 0 {
		k &= k - 1
	}
	return k
}

// inTurn decodes within the caller's goroutine.
func inTurn[R any](ctx context.Context, f *File, want Kind, work func(*Block) (R, error), take func(R) error) error {
	p := f.pbf
	list, err := p.wanted(want)
	if err != nil {
		return err
	}
	var w worker
	var b Block
	for done, i := range list {
		f.report(int64(done), int64(len(list)))
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.block(p, i, want, &b); err != nil {
			return err
		}
		if p.holds[i]&want == 0 {
			continue
		}
		r, err := work(&b)
		if err == nil {
			err = take(r)
		}
		if err != nil {
			return err
		}
	}
	return p.disordered()
}

// task is a blob on its way through the workers.
type task[R any] struct {
	blob   int
	block  *Block
	result R
	err    error
	done   chan struct{}
}

// inParallel decodes on many goroutines. Tasks wait in line for their turn to be taken, so the order is that of the file; as
// many blocks exist as the line is long.
func inParallel[R any](ctx context.Context, f *File, want Kind, work func(*Block) (R, error), take func(R) error) error {
	p, workers := f.pbf, f.Workers
	list, err := p.wanted(want)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	length := 2 * workers
	tasks := make(chan *task[R], length)
	line := make(chan *task[R], length)
	var running atomic.Int32
	finished := make(chan struct{})
	running.Store(int32(workers))
	for range workers {
		go func() {
			var w worker
			for t := range tasks {
				if t.err = ctx.Err(); t.err == nil {
					t.err = w.block(p, t.blob, want, t.block)
				}
				if t.err == nil && p.holds[t.blob]&want != 0 {
					t.result, t.err = work(t.block)
				}
				t.done <- struct{}{}
			}
			if running.Add(-1) == 0 {
				close(finished)
			}
		}()
	}
	// However this ends, no goroutine is left behind that could touch the file.
	defer func() {
		cancel()
		close(tasks)
		<-finished
	}()
	idle := make([]*task[R], length)
	for i := range idle {
		idle[i] = &task[R]{block: new(Block), done: make(chan struct{}, 1)}
	}
	for next, taken := 0, 0; taken < len(list); taken++ {
		for next < len(list) && len(idle) > 0 {
			t := idle[len(idle)-1]
			idle = idle[:len(idle)-1]
			t.blob = list[next]
			next++
			tasks <- t
			line <- t
		}
		f.report(int64(taken), int64(len(list)))
		t := <-line
		<-t.done
		if t.err == nil && p.holds[t.blob]&want != 0 {
			t.err = take(t.result)
		}
		if t.err != nil {
			return t.err
		}
		idle = append(idle, t)
	}
	return p.disordered()
}
