# How far the draws can be cut
# Share of trials that fail, by how many times fewer draws than the theorem's. Means of 400 trials a
# point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot cut_failures.gp   (reads cut_failures.csv, writes cut_failures.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}; that package comes with gnuplot, or
# gnuplot -e 'set terminal tikz createstyle' writes it into the current folder.
data = "cut_failures.csv"
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
if (format eq "svg") { set terminal svg size 680,621 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1360,1242 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11" }
if (format eq "pdf") { set terminal pdfcairo size 11.3cm,10.4cm font "DejaVu Sans,8.5" linewidth 0.8 pointscale 0.6 }
if (tex) { set terminal tikz size 11.3cm,10.4cm font "\\small" linewidth 0.8 }
set output "cut_failures.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1294; set rmargin at screen 0.9647; set bmargin at screen 0.2496; set tmargin at screen 0.9356
set title (tex ? '$\delta = 0.1$' : '{/:Italic δ} = 0.1')
set logscale x
set xrange [0.8628148284692875:46.35988937622187]
set xtics nomirror ('' 0.9 1, (tex ? '1' : '1') 1.0, '' 2.0 1, '' 3.0 1, '' 4.0 1, '' 5.0 1, '' 6.0 1, '' 7.0 1, '' 8.0 1, '' 9.0 1, (tex ? '10' : '10') 10.0, '' 20.0 1, '' 30.0 1, '' 40.0 1)
set format x "%h"
set xlabel (tex ? 'times fewer draws' : 'times fewer draws')
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror autofreq
set format y "%h"
set ylabel (tex ? 'share of trials that fail' : 'share of trials that fail')
unset colorbox
plot data using (of("δ = 0.1", "", "reference", "cut")):(column("failed")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("δ = 0.1", "disjoint", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("δ = 0.1", "disjoint", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("δ = 0.1", "disjoint", "measured", "cut")):(column("failed")) with points pointtype 7 pointsize 0.8 linecolor '#0072B2', \
  data using (of("δ = 0.1", "rare", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("δ = 0.1", "rare", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("δ = 0.1", "rare", "measured", "cut")):(column("failed")) with points pointtype 5 pointsize 0.8 linecolor '#D55E00', \
  data using (of("δ = 0.1", "relu", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("δ = 0.1", "relu", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("δ = 0.1", "relu", "measured", "cut")):(column("failed")) with points pointtype 9 pointsize 0.8 linecolor '#009E73', \
  data using (of("δ = 0.1", "uniform", "measured", "cut")):(column("failed")) with lines linewidth 1 linecolor '#CC79A7' dashtype 1, \
  data using (of("δ = 0.1", "uniform", "measured", "cut")):(column("failed")):(column("failed_low")):(column("failed_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#CC79A7', \
  data using (of("δ = 0.1", "uniform", "measured", "cut")):(column("failed")) with points pointtype 13 pointsize 0.8 linecolor '#CC79A7'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0599; set tmargin at screen 0.1372
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? '$\delta = 0.1$' : '{/:Italic δ} = 0.1'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8 linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0097; set tmargin at screen 0.0483
set key center center horizontal maxcols 4 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'disjoint' : 'disjoint'), \
  keyentry with linespoints pointtype 5 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'rare' : 'rare'), \
  keyentry with linespoints pointtype 9 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'relu' : 'relu'), \
  keyentry with linespoints pointtype 13 pointsize 0.8 linewidth 1 dashtype 1 linecolor '#CC79A7' title (tex ? 'uniform' : 'uniform')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
