# The cascade beside the parallel scheme, at equal discrepancy
# Share of weights that the cascade keeps, less the share that the parallel scheme keeps of the same
# network at the same relative discrepancy of the output, by interpolation over ε, where every program
# was solved to a certified optimum: mean over 15 networks a point of all kinds, widths and P, in the
# whole network and in each layer. Bars: 95 % intervals by Student's t over the networks. Below 0 the
# cascade is sparser.
#
# Rebuild with: gnuplot scheme_difference.gp   (reads scheme_difference.csv, writes scheme_difference.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. scheme_difference.py draws the same with matplotlib.
data = "scheme_difference.csv"
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,760 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1520 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,14.30cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,14.30cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "scheme_difference.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.6379; set tmargin at screen 0.9421
set title (tex ? '2 layers' : '2 layers')
unset logscale x
set xrange [-0.5:2.5]
set xtics nomirror ((tex ? 'all' : 'all') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0)
set format x "%h"
set xlabel (tex ? 'layer' : 'layer')
unset logscale y
set yrange [-0.24554779874313656:0.17958812171863123]
set ytics nomirror ((tex ? '-0.2' : '-0.2') -0.2, (tex ? '-0.1' : '-0.1') -0.1, (tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1)
set format y "%h"
set ylabel ''
unset colorbox
set label 2 (tex ? 'share kept: cascade $-$ parallel' : 'share kept: cascade − parallel') at screen 0.0189, 0.5708 center rotate
plot data using (of("2 layers", "", "reference", "layer")):(column("difference")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("2 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("2 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("2 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("2 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("2 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("2 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.6379; set tmargin at screen 0.9421
set title (tex ? '3 layers' : '3 layers')
unset logscale x
set xrange [-0.5:3.5]
set xtics nomirror ((tex ? 'all' : 'all') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0)
set format x "%h"
set xlabel (tex ? 'layer' : 'layer')
unset logscale y
set yrange [-0.24554779874313656:0.17958812171863123]
set ytics nomirror ('' -0.2, '' -0.1, '' 0.0, '' 0.1)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("3 layers", "", "reference", "layer")):(column("difference")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("3 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("3 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("3 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("3 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("3 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("3 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.1995; set tmargin at screen 0.5037
set title (tex ? '4 layers' : '4 layers')
unset logscale x
set xrange [-0.5:4.5]
set xtics nomirror ((tex ? 'all' : 'all') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0, (tex ? '4' : '4') 4.0)
set format x "%h"
set xlabel (tex ? 'layer' : 'layer')
unset logscale y
set yrange [-0.24554779874313656:0.17958812171863123]
set ytics nomirror ((tex ? '-0.2' : '-0.2') -0.2, (tex ? '-0.1' : '-0.1') -0.1, (tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("4 layers", "", "reference", "layer")):(column("difference")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("4 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("4 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("4 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("4 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("4 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("4 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.1995; set tmargin at screen 0.5037
set title (tex ? '6 layers' : '6 layers')
unset logscale x
set xrange [-0.5:6.5]
set xtics nomirror ((tex ? 'all' : 'all') 0.0, (tex ? '1' : '1') 1.0, (tex ? '2' : '2') 2.0, (tex ? '3' : '3') 3.0, (tex ? '4' : '4') 4.0, (tex ? '5' : '5') 5.0, (tex ? '6' : '6') 6.0)
set format x "%h"
set xlabel (tex ? 'layer' : 'layer')
unset logscale y
set yrange [-0.24554779874313656:0.17958812171863123]
set ytics nomirror ('' -0.2, '' -0.1, '' 0.0, '' 0.1)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("6 layers", "", "reference", "layer")):(column("difference")) with lines linewidth 2 linecolor '#707070' dashtype 2, \
  data using (of("6 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("6 layers", "γ = 1", "measured", "layer") + -0.12):(column("difference")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (of("6 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (of("6 layers", "γ = 1.1", "measured", "layer") + 0.0):(column("difference")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (of("6 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")):(column("difference_low")):(column("difference_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (of("6 layers", "γ = 1.5", "measured", "layer") + 0.12):(column("difference")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0489; set tmargin at screen 0.1121
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#707070' title (tex ? 'equally sparse; below, the cascade is sparser' : 'equally sparse; below, the cascade is sparser'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0079; set tmargin at screen 0.0395
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#440154' title (tex ? '$\gamma = 1$' : '{/:Italic γ} = 1'), \
  keyentry with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e' title (tex ? '$\gamma = 1.1$' : '{/:Italic γ} = 1.1'), \
  keyentry with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a' title (tex ? '$\gamma = 1.5$' : '{/:Italic γ} = 1.5')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
