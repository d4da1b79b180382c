package main

import (
	"fmt"
	"time"

	"github.com/etablera/etablera/internal/locale"
	"github.com/etablera/etablera/internal/plan/coverage"
	"github.com/etablera/etablera/internal/programme"
	"github.com/spf13/cobra"
)

// returnFlags ask for trips to an office and home again within one day.
type returnFlags struct {
	on         bool
	stay       time.Duration
	day, hours string
}

// usualStay is how long an errand takes where nobody says otherwise.
const usualStay = 30 * time.Minute

func (a *app) addReturnFlags(cmd *cobra.Command, f *returnFlags) {
	flags := cmd.Flags()
	flags.BoolVar(&f.on, "return", false, a.returnText("return"))
	flags.DurationVar(&f.stay, "stay", usualStay, a.returnText("stay"))
	flags.StringVar(&f.day, "day", "00:00-24:00", a.returnText("day"))
	flags.StringVar(&f.hours, "assume-hours", "", a.returnText("assume-hours"))
}

// options are what the flags ask for; nil where they ask for nothing.
func (f *returnFlags) options(a *app, times accessFlags) (*coverage.ReturnOptions, error) {
	if !f.on {
		if f.stay != usualStay || f.day != "00:00-24:00" || f.hours != "" {
			return nil, &complaint{text: a.returnText("refuse.alone")}
		}
		return nil, nil
	}
	if times.network == "" || times.mode != "transit" {
		return nil, &complaint{text: a.returnText("refuse.network")}
	}
	if f.stay < time.Minute || f.stay > 12*time.Hour || f.stay%time.Minute != 0 {
		return nil, &complaint{text: a.returnText("refuse.stay", f.stay)}
	}
	o := &coverage.ReturnOptions{Stay: programme.Minute(f.stay / time.Minute)}
	var h1, m1, h2, m2 int
	n, err := fmt.Sscanf(f.day, "%d:%d-%d:%d", &h1, &m1, &h2, &m2)
	leave, home := h1*60+m1, h2*60+m2
	if err != nil || n != 4 || m1 < 0 || m1 > 59 || m2 < 0 || m2 > 59 || leave < 0 || home <= leave || home > 24*60 {
		return nil, &complaint{text: a.returnText("refuse.day", f.day)}
	}
	o.Leave, o.Home = programme.Minute(leave), programme.Minute(home)
	if f.hours != "" {
		if err := o.Assumed.UnmarshalText([]byte(f.hours)); err != nil {
			return nil, &complaint{a.returnText("refuse.hours", f.hours), err}
		}
	}
	return o, nil
}

// returnTexts are what the flags say: Swedish, English.
var returnTexts = locale.Messages{
	"return":         {"visa också hur många som hinner till ett kontor och hem samma dag; kräver --network med --mode transit", "show how many can get to an office and home again the same day as well; needs --network with --mode transit"},
	"stay":           {"`TID` på kontoret", "`TIME` at the office"},
	"day":            {"hemifrån tidigast och hemma senast, `KLOCKSLAG-KLOCKSLAG`", "leave home at the earliest and be back at the latest, `TIME-TIME`"},
	"assume-hours":   {"anta dessa `ÖPPETTIDER` för kontor vars tider ingen har angett, som \"mon-fri 10:00-15:00\"", "assume these `HOURS` of offices whose hours nobody has stated, such as \"mon-fri 10:00-15:00\""},
	"refuse.alone":   {"--stay, --day och --assume-hours gäller resor dit och hem: ange också --return", "--stay, --day and --assume-hours are for trips there and back: give --return as well"},
	"refuse.network": {"--return räknar på tidtabeller: ange --network NÄT, --mode transit och --date", "--return computes on timetables: give --network NET, --mode transit and --date"},
	"refuse.stay":    {"--stay %s ska vara hela minuter, från en minut till tolv timmar", "--stay %s must be whole minutes, from one minute to twelve hours"},
	"refuse.day":     {"--day %s ska vara två klockslag från 00:00 till 24:00, som 06:00-20:00", "--day %s must be two times from 00:00 to 24:00, such as 06:00-20:00"},
	"refuse.hours":   {"--assume-hours %s ska skrivas som \"mon-fri 10:00-15:00, thu 10:00-18:00\"", "--assume-hours %s must be written as \"mon-fri 10:00-15:00, thu 10:00-18:00\""},
}

// returnText is one of them in the reader's language.
func (a *app) returnText(key string, args ...any) string {
	text := returnTexts[key][0]
	if a.lang == locale.English {
		text = returnTexts[key][1]
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}
