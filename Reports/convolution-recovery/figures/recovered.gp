# Means of recovered
# 1 if the convolution recovers its kernels; of ε = 0. Means of 2,000 trials a point; bars: 95 %
# intervals by Student's t.
#
# Rebuild with: gnuplot recovered.gp   (reads recovered.csv, writes recovered.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. recovered.py draws the same with matplotlib.
data = "recovered.csv"
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
# Marks of the SVG are larger than those of the others.
marks = (format eq "svg") ? 0.65 : 1
if (format eq "svg") { set terminal svg size 742,289 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,578 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,5.44cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,5.44cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "recovered.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.3776; set bmargin at screen 0.3335; set tmargin at screen 0.8478
set title (tex ? 'stride 1' : 'stride 1')
unset logscale x
set xrange [5.52:18.48]
set xtics nomirror ((tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'side' : 'side') at screen 0.5408, 0.1799 center
set label 2 (tex ? 'share of trials:' : 'share of trials:')."\n".(tex ? 'recovered' : 'recovered') at screen 0.0296, 0.5906 center rotate
plot data using (of("stride 1", "", "measured", "side")):(column("recovered")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("stride 1", "", "measured", "side")):(column("recovered")):(column("recovered_low")):(column("recovered_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("stride 1", "", "measured", "side")):(column("recovered")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2'
set lmargin at screen 0.4072; set rmargin at screen 0.6743; set bmargin at screen 0.3335; set tmargin at screen 0.8478
set title (tex ? 'stride 2' : 'stride 2')
unset logscale x
set xrange [5.52:18.48]
set xtics nomirror ((tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("stride 2", "", "measured", "side")):(column("recovered")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("stride 2", "", "measured", "side")):(column("recovered")):(column("recovered_low")):(column("recovered_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("stride 2", "", "measured", "side")):(column("recovered")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2'
set lmargin at screen 0.7040; set rmargin at screen 0.9710; set bmargin at screen 0.3335; set tmargin at screen 0.8478
set title (tex ? 'stride 3' : 'stride 3')
unset logscale x
set xrange [5.52:18.48]
set xtics nomirror ((tex ? '10' : '10') 10.0, (tex ? '15' : '15') 15.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("stride 3", "", "measured", "side")):(column("recovered")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("stride 3", "", "measured", "side")):(column("recovered")):(column("recovered_low")):(column("recovered_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("stride 3", "", "measured", "side")):(column("recovered")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0208; set tmargin at screen 0.1038
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#0072B2' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
