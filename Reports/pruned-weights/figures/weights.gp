# The weights of pruned neurons
# Density of the pruned weights that are not 0, in units of the root mean square of the weights
# before; the share at 0 is in the title, the law's in brackets. Means of 500 trials a point; bars: 95
# % intervals by Student's t.
#
# Rebuild with: gnuplot weights.gp   (reads weights.csv, writes weights.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "weights.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("panel") eq panel && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1280,972 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,1944 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,16.2cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,16.2cm font "\\small" linewidth 0.8 }
set output "weights.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3271; set bmargin at screen 0.7037; set tmargin at screen 0.9588
set title (tex ? '$N = 100$, $s/N = 0.1$, $R = 0.1$: 91.1 (89.4)~\% at 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.1: 91.1 (89.4) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.059139134918043276]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 (89.4) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 (89.4) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 (89.4) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3958; set rmargin at screen 0.6542; set bmargin at screen 0.7037; set tmargin at screen 0.9588
set title (tex ? '$N = 100$, $s/N = 0.1$, $R = 0.3$: 91.1 (89.4)~\% at 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.3: 91.1 (89.4) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.06532732272997521]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 (89.4) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 (89.4) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 (89.4) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.7229; set rmargin at screen 0.9812; set bmargin at screen 0.7037; set tmargin at screen 0.9588
set title (tex ? '$N = 100$, $s/N = 1.0$, $R = 0.1$: 12.2 (12.1)~\% at 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic R} = 0.1: 12.2 (12.1) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.40608524268205276]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 100 · s/N = 1.0 · R = 0.1: 12.2 (12.1) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 1.0 · R = 0.1: 12.2 (12.1) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0 · R = 0.1: 12.2 (12.1) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.0688; set rmargin at screen 0.3271; set bmargin at screen 0.4033; set tmargin at screen 0.6584
set title (tex ? '$N = 100$, $s/N = 1.0$, $R = 0.3$: 30.0 (30.2)~\% at 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic R} = 0.3: 30.0 (30.2) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.39009098979037926]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 100 · s/N = 1.0 · R = 0.3: 30.0 (30.2) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 1.0 · R = 0.3: 30.0 (30.2) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1.0 · R = 0.3: 30.0 (30.2) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3958; set rmargin at screen 0.6542; set bmargin at screen 0.4033; set tmargin at screen 0.6584
set title (tex ? '$N = 200$, $s/N = 0.1$, $R = 0.1$: 92.1 (90.1)~\% at 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.1: 92.1 (90.1) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.028534389244790414]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 (90.1) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 (90.1) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 (90.1) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.7229; set rmargin at screen 0.9812; set bmargin at screen 0.4033; set tmargin at screen 0.6584
set title (tex ? '$N = 200$, $s/N = 0.1$, $R = 0.3$: 90.4 (89.2)~\% at 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.3: 90.4 (89.2) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? '$\hat u_j \sqrt N / \omega$' : '{/:Italic û}_{{/:Italic j}} √ {/:Italic N} / {/:Italic ω}')
unset logscale y
set yrange [0.0:0.06540998062218968]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 (89.2) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 (89.2) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 (89.2) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.0688; set rmargin at screen 0.3271; set bmargin at screen 0.1029; set tmargin at screen 0.3580
set title (tex ? '$N = 200$, $s/N = 1.0$, $R = 0.1$: 12.2 (12.2)~\% at 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic R} = 0.1: 12.2 (12.2) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? '$\hat u_j \sqrt N / \omega$' : '{/:Italic û}_{{/:Italic j}} √ {/:Italic N} / {/:Italic ω}')
unset logscale y
set yrange [0.0:0.40569804559169026]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 200 · s/N = 1.0 · R = 0.1: 12.2 (12.2) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 1.0 · R = 0.1: 12.2 (12.2) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0 · R = 0.1: 12.2 (12.2) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3958; set rmargin at screen 0.6542; set bmargin at screen 0.1029; set tmargin at screen 0.3580
set title (tex ? '$N = 200$, $s/N = 1.0$, $R = 0.3$: 30.1 (30.3)~\% at 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0, {/:Italic R} = 0.3: 30.1 (30.3) % at 0')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? '$\hat u_j \sqrt N / \omega$' : '{/:Italic û}_{{/:Italic j}} √ {/:Italic N} / {/:Italic ω}')
unset logscale y
set yrange [0.0:0.3866206861615913]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'density of the weights' : 'density of the weights')
unset colorbox
plot data using (of("N = 200 · s/N = 1.0 · R = 0.3: 30.1 (30.3) % at 0", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 1.0 · R = 0.3: 30.1 (30.3) % at 0", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1.0 · R = 0.3: 30.1 (30.3) % at 0", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0062; set tmargin at screen 0.0309
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#277f8e' title (tex ? 'theory: the law, over each bin' : 'theory: the law, over each bin'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#440154' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
