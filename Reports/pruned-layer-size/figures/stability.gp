# Error of the weights themselves
# ‖û − w‖/‖w‖ in units of R: of one size for all R above the transition near 2δ samples, growing as
# 1/R below it. Means of 24 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot stability.gp   (reads stability.csv, writes stability.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "stability.csv"
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
if (format eq "svg") { set terminal svg size 1000,2359 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 2000,4718 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 16.7cm,39.3cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 16.7cm,39.3cm font "\\small" linewidth 0.8 }
set output "stability.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.8457; set tmargin at screen 0.9830
set title (tex ? '$N = 50$, $s/N = 0.2$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 50 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.8457; set tmargin at screen 0.9830
set title (tex ? '$N = 50$, $s/N = 1.0$' : '{/:Italic N} = 50, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 50 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 50 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.6897; set tmargin at screen 0.8270
set title (tex ? '$N = 100$, $s/N = 0.2$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 100 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.6897; set tmargin at screen 0.8270
set title (tex ? '$N = 100$, $s/N = 1.0$' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 100 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 100 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.5337; set tmargin at screen 0.6710
set title (tex ? '$N = 200$, $s/N = 0.2$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 200 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.5337; set tmargin at screen 0.6710
set title (tex ? '$N = 200$, $s/N = 1.0$' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 200 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 200 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.3777; set tmargin at screen 0.5150
set title (tex ? '$N = 400$, $s/N = 0.2$' : '{/:Italic N} = 400, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 400 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 400 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 400 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.3777; set tmargin at screen 0.5150
set title (tex ? '$N = 400$, $s/N = 1.0$' : '{/:Italic N} = 400, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 400 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 400 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 400 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.2217; set tmargin at screen 0.3591
set title (tex ? '$N = 800$, $s/N = 0.2$' : '{/:Italic N} = 800, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 800 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 800 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 800 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.2217; set tmargin at screen 0.3591
set title (tex ? '$N = 800$, $s/N = 1.0$' : '{/:Italic N} = 800, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ('' 2.5, '' 3.0, '' 3.5)
set format x ""
set xlabel ''
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 800 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 800 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 800 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.0880; set rmargin at screen 0.5200; set bmargin at screen 0.0657; set tmargin at screen 0.2031
set title (tex ? '$N = 1600$, $s/N = 0.2$' : '{/:Italic N} = 1600, {/:Italic s}/{/:Italic N} = 0.2')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ((tex ? '2.5' : '2.5') 2.5, (tex ? '3' : '3') 3.0, (tex ? '3.5' : '3.5') 3.5)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ((tex ? '1.2' : '1.2') 1.2, (tex ? '1.4' : '1.4') 1.4, (tex ? '1.6' : '1.6') 1.6, (tex ? '1.8' : '1.8') 1.8)
set format y "%h"
set ylabel (tex ? '$\|\hat u - w\| / (R \|w\|)$' : '‖{/:Italic û} − {/:Italic w}‖ / ({/:Italic R} ‖{/:Italic w}‖)')
unset colorbox
plot data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 1600 · s/N = 0.2", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
set lmargin at screen 0.5440; set rmargin at screen 0.9760; set bmargin at screen 0.0657; set tmargin at screen 0.2031
set title (tex ? '$N = 1600$, $s/N = 1.0$' : '{/:Italic N} = 1600, {/:Italic s}/{/:Italic N} = 1.0')
set logscale x
set xrange [2.3829847041728445:3.776776235382502]
set xtics nomirror ((tex ? '2.5' : '2.5') 2.5, (tex ? '3' : '3') 3.0, (tex ? '3.5' : '3.5') 3.5)
set format x "%h"
set xlabel (tex ? 'samples for every input, $P/N$' : 'samples for every input, {/:Italic P}/{/:Italic N}')
set logscale y
set yrange [1.045657570899191:1.8535671439203152]
set ytics nomirror ('' 1.2, '' 1.4, '' 1.6, '' 1.8)
set format y ""
set ylabel ''
unset colorbox
plot data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "theory", "samples_per_input")):(column("stability")) with lines linewidth 2 linecolor '#365c8d' dashtype 1, \
  data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")):(column("stability_low")):(column("stability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#365c8d', \
  data using (of("N = 1600 · s/N = 1.0", "R = 0.2", "measured", "samples_per_input")):(column("stability")) with points pointtype 7 pointsize 0.8 linecolor '#365c8d'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0158; set tmargin at screen 0.0361
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: the law of the pruned layer, for Gaussian inputs' : 'theory: the law of the pruned layer, for Gaussian inputs'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0025; set tmargin at screen 0.0127
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#365c8d' title (tex ? '$R = 0.2$' : '{/:Italic R} = 0.2')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
