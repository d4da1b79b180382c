package gtfs

import (
	"testing"

	"pgregory.net/rapid"
)

// Times are hours, minutes and seconds, past midnight too; nothing else is a time.
func TestClock(t *testing.T) {
	for _, c := range []struct {
		text string
		want Seconds
	}{
		{"08:05:09", 29109}, {"8:05:09", 29109}, {"00:00:00", 0}, {"24:00:00", 86400}, {"25:10:00", 90600}, {"100:00:00", 360000}, {"240:00:00", 864000},
		{"240:00:01", NoTime}, {"241:00:00", NoTime}, {"08:60:00", NoTime}, {"08:00:60", NoTime}, {"08:05", NoTime}, {"-8:05:00", NoTime},
		{"08.05.00", NoTime}, {"8:5:0", NoTime}, {"", NoTime}, {":00:00:00", NoTime}, {"1000:00:00", NoTime}, {"08:05:0x", NoTime}, {"+8:05:00", NoTime},
	} {
		got, ok := clock([]byte(c.text))
		if ok != (c.want != NoTime) || ok && got != c.want {
			t.Errorf("%q: %d, %v", c.text, got, ok)
		}
	}
	if NoTime.String() != "" {
		t.Error("no time has a text")
	}
	rapid.Check(t, func(t *rapid.T) {
		s := Seconds(rapid.Int32Range(0, int32(maxTime)).Draw(t, "seconds"))
		if again, ok := clock([]byte(s.String())); !ok || again != s {
			t.Fatalf("%d is written %s and read %d", s, s, again)
		}
	})
}
