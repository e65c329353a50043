# How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself
# Failure probability against the number of samples: Theorem 3's bound, the exact laws of its
# certificate and of recovery (computed, not fitted), and measured failure rates with 95 % Wilson
# intervals, 187,200 trials, 400 a cell. Triangles: no trial failed, and the rate lies below with the
# confidence of the intervals.
#
# Rebuild with: gnuplot failure_curve.gp   (reads failure_curve.csv, writes failure_curve.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "failure_curve.csv"
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
if (format eq "svg") { set terminal svg size 1280,1609 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2560,3218 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 21.3cm,26.8cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 21.3cm,26.8cm font "\\small" linewidth 0.8 }
set output "failure_curve.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.8011; set tmargin at screen 0.9751
set title (tex ? '$N = 50$, $s = 2$' : '{/:Italic N} = 50, {/:Italic s} = 2')
unset logscale x
set xrange [0.0:227.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ((tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel (tex ? 'failure probability' : 'failure probability')
unset colorbox
plot data using (of("N = 50 · s = 2", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 50 · s = 2", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 50 · s = 2", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s = 2", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s = 2", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s = 2", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.8011; set tmargin at screen 0.9751
set title (tex ? '$N = 50$, $s = 5$' : '{/:Italic N} = 50, {/:Italic s} = 5')
unset logscale x
set xrange [0.0:486.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s = 5", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 50 · s = 5", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 50 · s = 5", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s = 5", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s = 5", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s = 5", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.8011; set tmargin at screen 0.9751
set title (tex ? '$N = 50$, $s = 10$' : '{/:Italic N} = 50, {/:Italic s} = 10')
unset logscale x
set xrange [0.0:916.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s = 10", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 50 · s = 10", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 50 · s = 10", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 50 · s = 10", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 50 · s = 10", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 50 · s = 10", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.5612; set tmargin at screen 0.7352
set title (tex ? '$N = 100$, $s = 2$' : '{/:Italic N} = 100, {/:Italic s} = 2')
unset logscale x
set xrange [0.0:268.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ((tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel (tex ? 'failure probability' : 'failure probability')
unset colorbox
plot data using (of("N = 100 · s = 2", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 100 · s = 2", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s = 2", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s = 2", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s = 2", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s = 2", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.5612; set tmargin at screen 0.7352
set title (tex ? '$N = 100$, $s = 5$' : '{/:Italic N} = 100, {/:Italic s} = 5')
unset logscale x
set xrange [0.0:572.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s = 5", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 100 · s = 5", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s = 5", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s = 5", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s = 5", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s = 5", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.5612; set tmargin at screen 0.7352
set title (tex ? '$N = 100$, $s = 10$' : '{/:Italic N} = 100, {/:Italic s} = 10')
unset logscale x
set xrange [0.0:1078.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s = 10", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 100 · s = 10", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s = 10", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 100 · s = 10", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s = 10", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 100 · s = 10", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.3213; set tmargin at screen 0.4953
set title (tex ? '$N = 200$, $s = 2$' : '{/:Italic N} = 200, {/:Italic s} = 2')
unset logscale x
set xrange [0.0:308.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ((tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel (tex ? 'failure probability' : 'failure probability')
unset colorbox
plot data using (of("N = 200 · s = 2", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 200 · s = 2", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s = 2", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s = 2", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s = 2", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s = 2", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.3213; set tmargin at screen 0.4953
set title (tex ? '$N = 200$, $s = 5$' : '{/:Italic N} = 200, {/:Italic s} = 5')
unset logscale x
set xrange [0.0:657.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s = 5", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 200 · s = 5", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s = 5", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s = 5", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s = 5", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s = 5", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.3213; set tmargin at screen 0.4953
set title (tex ? '$N = 200$, $s = 10$' : '{/:Italic N} = 200, {/:Italic s} = 10')
unset logscale x
set xrange [0.0:1240.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s = 10", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 200 · s = 10", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s = 10", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 200 · s = 10", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s = 10", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 200 · s = 10", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.0688; set rmargin at screen 0.3604; set bmargin at screen 0.0814; set tmargin at screen 0.2554
set title (tex ? '$N = 400$, $s = 2$' : '{/:Italic N} = 400, {/:Italic s} = 2')
unset logscale x
set xrange [0.0:348.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ((tex ? '$10^{-4}$' : '10^{−4}') 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, (tex ? '$10^{-3}$' : '10^{−3}') 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, (tex ? '$10^{-2}$' : '10^{−2}') 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, (tex ? '$10^{-1}$' : '10^{−1}') 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, (tex ? '$10^{0}$' : '10^{0}') 1.0)
set format y "%h"
set ylabel (tex ? 'failure probability' : 'failure probability')
unset colorbox
plot data using (of("N = 400 · s = 2", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 400 · s = 2", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 400 · s = 2", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 400 · s = 2", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 400 · s = 2", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 400 · s = 2", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.3792; set rmargin at screen 0.6708; set bmargin at screen 0.0814; set tmargin at screen 0.2554
set title (tex ? '$N = 400$, $s = 5$' : '{/:Italic N} = 400, {/:Italic s} = 5')
unset logscale x
set xrange [0.0:743.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 400 · s = 5", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 400 · s = 5", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 400 · s = 5", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 400 · s = 5", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 400 · s = 5", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 400 · s = 5", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
set lmargin at screen 0.6896; set rmargin at screen 0.9812; set bmargin at screen 0.0814; set tmargin at screen 0.2554
set title (tex ? '$N = 400$, $s = 10$' : '{/:Italic N} = 400, {/:Italic s} = 10')
unset logscale x
set xrange [0.0:1403.0]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'samples $P$' : 'samples {/:Italic P}')
set logscale y
set yrange [0.0001:1.0]
set ytics nomirror ('' 0.0001, '' 0.0002 1, '' 0.0003 1, '' 0.0004 1, '' 0.0005 1, '' 0.0006 1, '' 0.0007 1, '' 0.0008 1, '' 0.0009 1, '' 0.001, '' 0.002 1, '' 0.003 1, '' 0.004 1, '' 0.005 1, '' 0.006 1, '' 0.007 1, '' 0.008 1, '' 0.009 1, '' 0.01, '' 0.02 1, '' 0.03 1, '' 0.04 1, '' 0.05 1, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '' 0.1, '' 0.2 1, '' 0.3 1, '' 0.4 1, '' 0.5 1, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '' 1.0)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 400 · s = 10", "Theorem 3's bound N e^−P/(11s+7)", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#d9b81a' dashtype 4, \
  data using (of("N = 400 · s = 10", "certificate · exact", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 400 · s = 10", "recovery", "theory", "samples")):(column("failure")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("N = 400 · s = 10", "recovery", "measured", "samples")):(column("failure")):(column("failure_low")):(column("failure_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 400 · s = 10", "recovery", "measured", "samples")):(column("failure")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("N = 400 · s = 10", "recovery", "bounded", "samples")):(column("failure")) with points pointtype 10 pointsize 0.8 linecolor '#440154'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0231; set tmargin at screen 0.0380
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory' : 'theory'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% Wilson intervals' : 'measured, 95 % Wilson intervals'), \
  keyentry with points pointtype 10 pointsize 0.8 linecolor '#404040' title (tex ? 'measured, no failure: upper end' : 'measured, no failure: upper end')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0037; set tmargin at screen 0.0186
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 4 linecolor '#d9b81a' title (tex ? 'Theorem 3''s bound $N e^{-P/(11s+7)}$' : 'Theorem 3''s bound {/:Italic N} {/:Italic e}^{−{/:Italic P}/(11{/:Italic s}+7)}'), \
  keyentry with lines linewidth 2 dashtype 2 linecolor '#277f8e' title (tex ? 'certificate, exact' : 'certificate, exact'), \
  keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? 'recovery' : 'recovery')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
