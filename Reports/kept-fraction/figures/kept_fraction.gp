# What a threshold keeps
# Share of Gaussian weights beyond q standard deviations, by width of the layer; line: the law, which
# is the same for all widths. Means of 50 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot kept_fraction.gp   (reads kept_fraction.csv, writes kept_fraction.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "kept_fraction.csv"
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
if (format eq "svg") { set terminal svg size 680,605 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1210 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,10.1cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,10.1cm font "\\small" linewidth 0.8 }
set output "kept_fraction.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.9647; set bmargin at screen 0.2562; set tmargin at screen 0.9603
set title (tex ? '' : '')
unset logscale x
set xrange [0.0:3.12]
set xtics nomirror autofreq
set format x "%h"
set xlabel (tex ? 'threshold $q$, in standard deviations' : 'threshold {/:Italic q}, in standard deviations')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of weights kept' : 'share of weights kept')
unset colorbox
plot data using (of("", "width 50", "theory", "quality")):(column("kept_fraction")) with lines linewidth 2 linecolor '#440154' dashtype 1, \
  data using (of("", "width 200", "theory", "quality")):(column("kept_fraction")) with lines linewidth 2 linecolor '#d9b81a' dashtype 1, \
  data using (of("", "width 50", "measured", "quality")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("", "width 50", "measured", "quality")):(column("kept_fraction")) with points pointtype 7 pointsize 0.8 linecolor '#440154', \
  data using (of("", "width 200", "measured", "quality")):(column("kept_fraction")):(column("kept_fraction_low")):(column("kept_fraction_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("", "width 200", "measured", "quality")):(column("kept_fraction")) with points pointtype 5 pointsize 0.8 linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0615; set tmargin at screen 0.1408
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 1 linecolor '#404040' title (tex ? 'theory: erfc(q/$\surd$2)' : 'theory: erfc(q/√2)'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0099; set tmargin at screen 0.0496
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#440154' title (tex ? 'width 50' : 'width 50'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 2 dashtype 1 linecolor '#d9b81a' title (tex ? 'width 200' : 'width 200')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
