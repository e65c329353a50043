# Shares of fresh samples beyond K times the sensitivity
# Neurons of which a fresh sample has an edge with a share beyond K times its sensitivity. Means of
# 500 trials a point; bars: 95 % intervals by Student's t.
#
# Rebuild with: gnuplot fresh_shares.gp   (reads fresh_shares.csv, writes fresh_shares.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. fresh_shares.py draws the same with matplotlib.
data = "fresh_shares.csv"
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
if (format eq "svg") { set terminal svg size 742,320 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,640 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,6.02cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,6.02cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "fresh_shares.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.3776; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'ReLU activations' : 'ReLU activations')
set logscale x
set xrange [8.728008284593512:343.7210302945672]
set xtics nomirror ('' 9.0 1, (tex ? '10' : '10') 10.0, (tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0, '' 300.0 1)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'samples that sensitivities are taken from' : 'samples that sensitivities are taken from') at screen 0.5408, 0.2600 center
set label 2 (tex ? 'share of neurons' : 'share of neurons') at screen 0.0189, 0.6303 center rotate
plot data using (0.9342381005179308*of("ReLU activations", "K = 1", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (0.9342381005179308*of("ReLU activations", "K = 1", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (0.9342381005179308*of("ReLU activations", "K = 1", "measured", "samples")):(column("broken")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (1.0*of("ReLU activations", "K = 2", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (1.0*of("ReLU activations", "K = 2", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (1.0*of("ReLU activations", "K = 2", "measured", "samples")):(column("broken")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (1.0703909415015418*of("ReLU activations", "K = 3", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (1.0703909415015418*of("ReLU activations", "K = 3", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (1.0703909415015418*of("ReLU activations", "K = 3", "measured", "samples")):(column("broken")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.4072; set rmargin at screen 0.6743; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'uniform activations' : 'uniform activations')
set logscale x
set xrange [8.728008284593512:343.7210302945672]
set xtics nomirror ('' 9.0 1, (tex ? '10' : '10') 10.0, (tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0, '' 300.0 1)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (0.9342381005179308*of("uniform activations", "K = 1", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (0.9342381005179308*of("uniform activations", "K = 1", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (0.9342381005179308*of("uniform activations", "K = 1", "measured", "samples")):(column("broken")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (1.0*of("uniform activations", "K = 2", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (1.0*of("uniform activations", "K = 2", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (1.0*of("uniform activations", "K = 2", "measured", "samples")):(column("broken")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (1.0703909415015418*of("uniform activations", "K = 3", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (1.0703909415015418*of("uniform activations", "K = 3", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (1.0703909415015418*of("uniform activations", "K = 3", "measured", "samples")):(column("broken")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
set lmargin at screen 0.7040; set rmargin at screen 0.9710; set bmargin at screen 0.3980; set tmargin at screen 0.8625
set title (tex ? 'rare activations' : 'rare activations')
set logscale x
set xrange [8.728008284593512:343.7210302945672]
set xtics nomirror ('' 9.0 1, (tex ? '10' : '10') 10.0, (tex ? '20' : '20') 20.0, '' 30.0 1, '' 40.0 1, (tex ? '50' : '50') 50.0, '' 60.0 1, '' 70.0 1, '' 80.0 1, '' 90.0 1, (tex ? '100' : '100') 100.0, (tex ? '200' : '200') 200.0, '' 300.0 1)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (0.9342381005179308*of("rare activations", "K = 1", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#440154' dashtype 1, \
  data using (0.9342381005179308*of("rare activations", "K = 1", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (0.9342381005179308*of("rare activations", "K = 1", "measured", "samples")):(column("broken")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154', \
  data using (1.0*of("rare activations", "K = 2", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#277f8e' dashtype 1, \
  data using (1.0*of("rare activations", "K = 2", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#277f8e', \
  data using (1.0*of("rare activations", "K = 2", "measured", "samples")):(column("broken")) with points pointtype 5 pointsize 0.8*marks linecolor '#277f8e', \
  data using (1.0703909415015418*of("rare activations", "K = 3", "measured", "samples")):(column("broken")) with lines linewidth 1 linecolor '#d9b81a' dashtype 1, \
  data using (1.0703909415015418*of("rare activations", "K = 3", "measured", "samples")):(column("broken")):(column("broken_low")):(column("broken_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#d9b81a', \
  data using (1.0703909415015418*of("rare activations", "K = 3", "measured", "samples")):(column("broken")) with points pointtype 9 pointsize 0.8*marks linecolor '#d9b81a'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.1162; set tmargin at screen 0.1912
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0188; set tmargin at screen 0.0937
set key center center horizontal maxcols 3 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#440154' title (tex ? '$K = 1$' : '{/:Italic K} = 1'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#277f8e' title (tex ? '$K = 2$' : '{/:Italic K} = 2'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#d9b81a' title (tex ? '$K = 3$' : '{/:Italic K} = 3')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
