# Recovery of a planted neuron: measured success rates on the exact law
# Success rate against the number of samples in units of the predicted 50 % point, 41,520 trials, 10
# to 2,950 a cell. Points: measured, with 95 % Wilson intervals; lines: the exact law for Gaussian
# inputs, computed and not fitted.
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
if (format eq "svg") { set terminal svg size 1280,451 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,902 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,7.5cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,7.5cm font "\\small" linewidth 0.8 }
set output "success_curve.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '$N = 61$, gaussian inputs' : '{/:Italic N} = 61, gaussian inputs')
set logscale x
set xrange [0.02162328314989078:37.44107177033409]
set xtics nomirror ('' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '$10^{1}$' : '10^{1}') 10.0, '' 20.0 1, '' 30.0 1)
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'success rate' : 'success rate')
unset colorbox
plot data using (of("N = 61 · gaussian inputs", "s = 2", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 61 · gaussian inputs", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 61 · gaussian inputs", "s = 10", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 61 · gaussian inputs", "s = 2", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 61 · gaussian inputs", "s = 2", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 61 · gaussian inputs", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 61 · gaussian inputs", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 61 · gaussian inputs", "s = 10", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 61 · gaussian inputs", "s = 10", "measured", "relative_samples")):(column("rate")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '$N = 61$, inputs/digits.npy standardised inputs' : '{/:Italic N} = 61, inputs/digits.npy standardised inputs')
set logscale x
set xrange [0.02162328314989078:37.44107177033409]
set xtics nomirror ('' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '$10^{1}$' : '10^{1}') 10.0, '' 20.0 1, '' 30.0 1)
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 2", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 10", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 2", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 2", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 10", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 61 · inputs/digits.npy standardised inputs", "s = 10", "measured", "relative_samples")):(column("rate")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.2905; set tmargin at screen 0.9113
set title (tex ? '$N = 61$, inputs/digits.npy inputs' : '{/:Italic N} = 61, inputs/digits.npy inputs')
set logscale x
set xrange [0.02162328314989078:37.44107177033409]
set xtics nomirror ('' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '$10^{1}$' : '10^{1}') 10.0, '' 20.0 1, '' 30.0 1)
set format x "%h"
set xlabel (tex ? 'samples, relative to the predicted $2\delta$' : 'samples, relative to the predicted 2{/:Italic δ}')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 61 · inputs/digits.npy inputs", "s = 2", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 5", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#277f8e' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 10", "theory", "relative_samples")):(column("rate")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 2", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 2", "measured", "relative_samples")):(column("rate")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 5", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 5", "measured", "relative_samples")):(column("rate")) with points pointtype 5 pointsize 0.8 linecolor '#277f8e', \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 10", "measured", "relative_samples")):(column("rate")):(column("rate_low")):(column("rate_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("N = 61 · inputs/digits.npy inputs", "s = 10", "measured", "relative_samples")):(column("rate")) with points pointtype 9 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0825; set tmargin at screen 0.1357
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'exact law for Gaussian inputs' : 'exact law for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0133; set tmargin at screen 0.0665
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? '$s = 2$' : '{/:Italic s} = 2'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#277f8e' title (tex ? '$s = 5$' : '{/:Italic s} = 5'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? '$s = 10$' : '{/:Italic s} = 10')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
