# Failures given the number of active samples
# Failure probability against the number of samples on which the neuron responds: exact laws, and
# measured rates with 95 % Wilson intervals. 7,920,000 trials.
#
# Rebuild with: gnuplot conditional_failure.gp   (reads conditional_failure.csv, writes conditional_failure.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "conditional_failure.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 680,597 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1194 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,10.0cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,10.0cm font "\\small" linewidth 0.8 }
set output "conditional_failure.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.9647; set bmargin at screen 0.2194; set tmargin at screen 0.9330
set title (tex ? '$N = 100$, $s = 5$' : '{/:Italic N} = 100, {/:Italic s} = 5')
unset logscale x
set xrange [21.08:45.92]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'active samples $n$' : 'active samples {/:Italic n}')
set logscale y
set yrange [1e-05:1.0]
set ytics nomirror ((tex ? '$10^{-5}$' : '10^{−5}') 1e-05, (tex ? '$10^{-4}$' : '10^{−4}') 0.0001, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel (tex ? 'failure probability' : 'failure probability')
unset colorbox
plot data using (of("N = 100 · s = 5", "certificate", "theory", "active")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s = 5", "recovery", "theory", "active")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s = 5", "certificate", "measured", "active")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 100 · s = 5", "certificate", "measured", "active")):(column("failure")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 100 · s = 5", "recovery", "measured", "active")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s = 5", "recovery", "measured", "active")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0623; set tmargin at screen 0.1025
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: exact law' : 'theory: exact law'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0101; set tmargin at screen 0.0503
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 2 linecolor '#277f8e' title (tex ? 'certificate' : 'certificate'), \
  keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? 'recovery' : 'recovery')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
