# Recovery of a planted neuron: measured success rates on the exact law
# Success rate against the number of samples in units of the predicted 50 % point, 13,000 trials, 200
# a cell. Points: measured, with 95 % Wilson intervals; lines: the exact law for Gaussian inputs,
# computed and not fitted.
#
# Rebuild with: gnuplot success_curve.gp   (reads success_curve.csv, writes success_curve.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "success_curve.csv"
set encoding utf8
set datafile separator comma
set datafile columnheaders
set border 3 linecolor "#404040"
set tics nomirror
set grid linecolor "#e4e4e4" linetype 1
# The rows of a series: x where a row is one of them.
of(panel, series, kind, x) = (strcol("panel") eq panel && strcol("series") eq series && strcol("kind") eq kind) ? column(x) : NaN
do for [format in "svg png pdf tex"] {
tex = (format eq "tex")
if (format eq "svg") { set terminal svg size 1280,775 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,1550 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,12.9cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,12.9cm font "\\small" linewidth 0.8 }
set output "success_curve.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 50$, auto' : '{/:Italic N} = 50, auto')
unset logscale x
set xrange [0.3467221770172024:1.6606167425560747]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'success rate' : 'success rate')
unset colorbox
plot data using (of("N = 50 · auto", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · auto", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · auto", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 50$, lars' : '{/:Italic N} = 50, lars')
unset logscale x
set xrange [0.3467221770172024:1.6606167425560747]
set xtics nomirror autofreq
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · lars", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · lars", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · lars", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.5871; set tmargin at screen 0.9484
set title (tex ? '$N = 50$, omp' : '{/:Italic N} = 50, omp')
unset logscale x
set xrange [0.3467221770172024:1.6606167425560747]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · omp", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · omp", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · omp", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.1690; set tmargin at screen 0.5303
set title (tex ? '$N = 50$, iht' : '{/:Italic N} = 50, iht')
unset logscale x
set xrange [0.3467221770172024:1.6606167425560747]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'success rate' : 'success rate')
unset colorbox
plot data using (of("N = 50 · iht", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · iht", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · iht", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.1690; set tmargin at screen 0.5303
set title (tex ? '$N = 50$, published\_admm' : '{/:Italic N} = 50, published\_admm')
unset logscale x
set xrange [0.3467221770172024:1.6606167425560747]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · published_admm", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · published_admm", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · published_admm", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0480; set tmargin at screen 0.0790
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'exact law for Gaussian inputs' : 'exact law for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0077; set tmargin at screen 0.0387
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#365c8d' title (tex ? '$s = 5$' : '{/:Italic s} = 5')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
