# The weights of pruned neurons
# Density of the pruned weights that are not 0, in units of the root mean square of the weights
# before; the share at 0 is in the title, the law's in brackets. Means of 500 trials a point; bars: 95
# % intervals by Student's t.
#
# Rebuild with: gnuplot weights.gp   (reads weights.csv, writes weights.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. weights.py draws the same with matplotlib.
data = "weights.csv"
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
if (format eq "svg") { set terminal svg size 742,927 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1854 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,17.44cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,17.44cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "weights.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5003; set bmargin at screen 0.7825; set tmargin at screen 0.9310
set title (tex ? '$N = 100$, $s/N = 0.1$, $R = 0.1$: 91.1~\% are 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.1: 91.1 % are 0')."\n".(tex ? '(law 89.4~\%)' : '(law 89.4 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.059139134918043276]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.02' : '0.02') 0.02, (tex ? '0.04' : '0.04') 0.04)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? '$\hat u_j \sqrt N / \omega$' : '{/:Italic û}_{{/:Italic j}} √ {/:Italic N} / {/:Italic ω}') at screen 0.5408, 0.0820 center
set label 2 (tex ? 'density of the weights' : 'density of the weights') at screen 0.0189, 0.5305 center rotate
plot data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 % are 0 (law 89.4 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 % are 0 (law 89.4 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · R = 0.1: 91.1 % are 0 (law 89.4 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.5812; set rmargin at screen 0.9710; set bmargin at screen 0.7825; set tmargin at screen 0.9310
set title (tex ? '$N = 100$, $s/N = 0.1$, $R = 0.3$: 91.1~\% are 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.3: 91.1 % are 0')."\n".(tex ? '(law 89.4~\%)' : '(law 89.4 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.06532732272997521]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.02' : '0.02') 0.02, (tex ? '0.04' : '0.04') 0.04, (tex ? '0.06' : '0.06') 0.06)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 % are 0 (law 89.4 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 % are 0 (law 89.4 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 0.1 · R = 0.3: 91.1 % are 0 (law 89.4 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.1105; set rmargin at screen 0.5003; set bmargin at screen 0.5650; set tmargin at screen 0.7135
set title (tex ? '$N = 100$, $s/N = 1$, $R = 0.1$: 12.2~\% are 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1, {/:Italic R} = 0.1: 12.2 % are 0')."\n".(tex ? '(law 12.1~\%)' : '(law 12.1 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.40608524268205276]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3, (tex ? '0.4' : '0.4') 0.4)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 100 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.1 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.1 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.1 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.5812; set rmargin at screen 0.9710; set bmargin at screen 0.5650; set tmargin at screen 0.7135
set title (tex ? '$N = 100$, $s/N = 1$, $R = 0.3$: 30.0~\% are 0' : '{/:Italic N} = 100, {/:Italic s}/{/:Italic N} = 1, {/:Italic R} = 0.3: 30.0 % are 0')."\n".(tex ? '(law 30.2~\%)' : '(law 30.2 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.39009098979037926]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 100 · s/N = 1 · R = 0.3: 30.0 % are 0 (law 30.2 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 100 · s/N = 1 · R = 0.3: 30.0 % are 0 (law 30.2 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 100 · s/N = 1 · R = 0.3: 30.0 % are 0 (law 30.2 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.1105; set rmargin at screen 0.5003; set bmargin at screen 0.3475; set tmargin at screen 0.4960
set title (tex ? '$N = 200$, $s/N = 0.1$, $R = 0.1$: 92.1~\% are 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.1: 92.1 % are 0')."\n".(tex ? '(law 90.1~\%)' : '(law 90.1 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.028534389244790414]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.01' : '0.01') 0.01, (tex ? '0.02' : '0.02') 0.02)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 % are 0 (law 90.1 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 % are 0 (law 90.1 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · R = 0.1: 92.1 % are 0 (law 90.1 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.5812; set rmargin at screen 0.9710; set bmargin at screen 0.3475; set tmargin at screen 0.4960
set title (tex ? '$N = 200$, $s/N = 0.1$, $R = 0.3$: 90.4~\% are 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 0.1, {/:Italic R} = 0.3: 90.4 % are 0')."\n".(tex ? '(law 89.2~\%)' : '(law 89.2 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ('' -2.0, '' 0.0, '' 2.0)
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:0.06540998062218968]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.02' : '0.02') 0.02, (tex ? '0.04' : '0.04') 0.04, (tex ? '0.06' : '0.06') 0.06)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 % are 0 (law 89.2 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 % are 0 (law 89.2 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 0.1 · R = 0.3: 90.4 % are 0 (law 89.2 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.1105; set rmargin at screen 0.5003; set bmargin at screen 0.1300; set tmargin at screen 0.2785
set title (tex ? '$N = 200$, $s/N = 1$, $R = 0.1$: 12.2~\% are 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1, {/:Italic R} = 0.1: 12.2 % are 0')."\n".(tex ? '(law 12.2~\%)' : '(law 12.2 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ((tex ? '-2' : '-2') -2.0, (tex ? '0' : '0') 0.0, (tex ? '2' : '2') 2.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.40569804559169026]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3, (tex ? '0.4' : '0.4') 0.4)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.2 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.2 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1 · R = 0.1: 12.2 % are 0 (law 12.2 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
set lmargin at screen 0.5812; set rmargin at screen 0.9710; set bmargin at screen 0.1300; set tmargin at screen 0.2785
set title (tex ? '$N = 200$, $s/N = 1$, $R = 0.3$: 30.1~\% are 0' : '{/:Italic N} = 200, {/:Italic s}/{/:Italic N} = 1, {/:Italic R} = 0.3: 30.1 % are 0')."\n".(tex ? '(law 30.3~\%)' : '(law 30.3 %)')
unset logscale x
set xrange [-3.645:3.645]
set xtics nomirror ((tex ? '-2' : '-2') -2.0, (tex ? '0' : '0') 0.0, (tex ? '2' : '2') 2.0)
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:0.3866206861615913]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.1' : '0.1') 0.1, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.3' : '0.3') 0.3)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("N = 200 · s/N = 1 · R = 0.3: 30.1 % are 0 (law 30.3 %)", "", "theory", "weight")):(column("density")) with lines linewidth 2 linecolor '#277f8e' dashtype 2, \
  data using (of("N = 200 · s/N = 1 · R = 0.3: 30.1 % are 0 (law 30.3 %)", "", "measured", "weight")):(column("density")):(column("density_low")):(column("density_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#440154', \
  data using (of("N = 200 · s/N = 1 · R = 0.3: 30.1 % are 0 (law 30.3 %)", "", "measured", "weight")):(column("density")) with points pointtype 7 pointsize 0.8*marks linecolor '#440154'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0065; set tmargin at screen 0.0583
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with lines linewidth 2 dashtype 2 linecolor '#277f8e' title (tex ? 'theory: law, over each bin' : 'theory: law, over each bin'), \
  keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#440154' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
