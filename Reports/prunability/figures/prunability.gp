# Prunability beside the generalisation gap
# A point for each of 1,180 networks, trained to about the same loss: the smallest share of weights,
# the largest in size of all layers, that keeps the training loss within the tolerance, against the
# loss on fresh samples less the training loss. A panel for each task: inputs that decide the class
# among all, samples, share of classes flipped in training; ρ: Spearman's rank correlation, with its
# 95 % interval. A trend, no theorem.
#
# Rebuild with: gnuplot prunability.gp   (reads prunability.csv, writes prunability.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. prunability.py draws the same with matplotlib.
data = "prunability.csv"
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
set output "prunability.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.7825; set tmargin at screen 0.9310
set title (tex ? '3 of 20 $\cdot$ P = 100 $\cdot$ $\rho = 0.27$ ($0.12$ to' : '3 of 20 · P = 100 · {/:Italic ρ} = 0.27 (0.12 to')."\n".(tex ? '$0.41$)' : '0.41)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'generalisation gap of the loss' : 'generalisation gap of the loss') at screen 0.5408, 0.0820 center
set label 2 (tex ? 'prunability' : 'prunability') at screen 0.0189, 0.5305 center rotate
plot data using (of("3 of 20 · P = 100 · ρ = 0.27 (0.12 to 0.41)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("3 of 20 · P = 100 · ρ = 0.27 (0.12 to 0.41)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("3 of 20 · P = 100 · ρ = 0.27 (0.12 to 0.41)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("3 of 20 · P = 100 · ρ = 0.27 (0.12 to 0.41)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.7825; set tmargin at screen 0.9310
set title (tex ? '3 of 20 $\cdot$ P = 100 $\cdot$ 10~\% flipped $\cdot$' : '3 of 20 · P = 100 · 10 % flipped ·')."\n".(tex ? '$\rho = 0.19$ ($0.04$ to $0.34$)' : '{/:Italic ρ} = 0.19 (0.04 to 0.34)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("3 of 20 · P = 100 · 10 % flipped · ρ = 0.19 (0.04 to 0.34)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("3 of 20 · P = 100 · 10 % flipped · ρ = 0.19 (0.04 to 0.34)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("3 of 20 · P = 100 · 10 % flipped · ρ = 0.19 (0.04 to 0.34)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("3 of 20 · P = 100 · 10 % flipped · ρ = 0.19 (0.04 to 0.34)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.5650; set tmargin at screen 0.7135
set title (tex ? '3 of 20 $\cdot$ P = 300 $\cdot$ $\rho = 0.60$ ($0.48$ to' : '3 of 20 · P = 300 · {/:Italic ρ} = 0.60 (0.48 to')."\n".(tex ? '$0.70$)' : '0.70)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("3 of 20 · P = 300 · ρ = 0.60 (0.48 to 0.70)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("3 of 20 · P = 300 · ρ = 0.60 (0.48 to 0.70)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("3 of 20 · P = 300 · ρ = 0.60 (0.48 to 0.70)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("3 of 20 · P = 300 · ρ = 0.60 (0.48 to 0.70)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.5650; set tmargin at screen 0.7135
set title (tex ? '3 of 20 $\cdot$ P = 300 $\cdot$ 10~\% flipped $\cdot$' : '3 of 20 · P = 300 · 10 % flipped ·')."\n".(tex ? '$\rho = 0.25$ ($0.03$ to $0.44$)' : '{/:Italic ρ} = 0.25 (0.03 to 0.44)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("3 of 20 · P = 300 · 10 % flipped · ρ = 0.25 (0.03 to 0.44)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("3 of 20 · P = 300 · 10 % flipped · ρ = 0.25 (0.03 to 0.44)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("3 of 20 · P = 300 · 10 % flipped · ρ = 0.25 (0.03 to 0.44)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("3 of 20 · P = 300 · 10 % flipped · ρ = 0.25 (0.03 to 0.44)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.3475; set tmargin at screen 0.4960
set title (tex ? '20 of 20 $\cdot$ P = 100 $\cdot$ $\rho = 0.25$ ($0.11$ to' : '20 of 20 · P = 100 · {/:Italic ρ} = 0.25 (0.11 to')."\n".(tex ? '$0.39$)' : '0.39)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("20 of 20 · P = 100 · ρ = 0.25 (0.11 to 0.39)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("20 of 20 · P = 100 · ρ = 0.25 (0.11 to 0.39)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("20 of 20 · P = 100 · ρ = 0.25 (0.11 to 0.39)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("20 of 20 · P = 100 · ρ = 0.25 (0.11 to 0.39)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.3475; set tmargin at screen 0.4960
set title (tex ? '20 of 20 $\cdot$ P = 100 $\cdot$ 10~\% flipped $\cdot$' : '20 of 20 · P = 100 · 10 % flipped ·')."\n".(tex ? '$\rho = 0.20$ ($0.05$ to $0.34$)' : '{/:Italic ρ} = 0.20 (0.05 to 0.34)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("20 of 20 · P = 100 · 10 % flipped · ρ = 0.20 (0.05 to 0.34)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("20 of 20 · P = 100 · 10 % flipped · ρ = 0.20 (0.05 to 0.34)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("20 of 20 · P = 100 · 10 % flipped · ρ = 0.20 (0.05 to 0.34)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("20 of 20 · P = 100 · 10 % flipped · ρ = 0.20 (0.05 to 0.34)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.1300; set tmargin at screen 0.2785
set title (tex ? '20 of 20 $\cdot$ P = 300 $\cdot$ $\rho = 0.38$ ($0.23$ to' : '20 of 20 · P = 300 · {/:Italic ρ} = 0.38 (0.23 to')."\n".(tex ? '$0.52$)' : '0.52)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '0.2' : '0.2') 0.2, (tex ? '0.4' : '0.4') 0.4, (tex ? '0.6' : '0.6') 0.6, (tex ? '0.8' : '0.8') 0.8, (tex ? '1' : '1') 1.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("20 of 20 · P = 300 · ρ = 0.38 (0.23 to 0.52)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("20 of 20 · P = 300 · ρ = 0.38 (0.23 to 0.52)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("20 of 20 · P = 300 · ρ = 0.38 (0.23 to 0.52)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("20 of 20 · P = 300 · ρ = 0.38 (0.23 to 0.52)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.1300; set tmargin at screen 0.2785
set title (tex ? '20 of 20 $\cdot$ P = 300 $\cdot$ 10~\% flipped $\cdot$' : '20 of 20 · P = 300 · 10 % flipped ·')."\n".(tex ? '$\rho = 0.40$ ($0.22$ to $0.55$)' : '{/:Italic ρ} = 0.40 (0.22 to 0.55)')
unset logscale x
set xrange [0.10878133809348627:3.3753485314692817]
set xtics nomirror 0.5
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:1.0]
set ytics nomirror ('' 0.0, '' 0.2, '' 0.4, '' 0.6, '' 0.8, '' 1.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("20 of 20 · P = 300 · 10 % flipped · ρ = 0.40 (0.22 to 0.55)", "", "network", "gap")):(column("prunability")) with points pointtype 7 pointsize 0.4*marks linecolor '#6b8fb5', \
  data using (of("20 of 20 · P = 300 · 10 % flipped · ρ = 0.40 (0.22 to 0.55)", "", "measured", "gap")):(column("prunability")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("20 of 20 · P = 300 · 10 % flipped · ρ = 0.40 (0.22 to 0.55)", "", "measured", "gap")):(column("prunability")):(column("prunability_low")):(column("prunability_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("20 of 20 · P = 300 · 10 % flipped · ρ = 0.40 (0.22 to 0.55)", "", "measured", "gap")):(column("prunability")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0065; set tmargin at screen 0.0583
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with points pointtype 7 pointsize 0.8*marks linecolor '#6b8fb5' title (tex ? 'measured, one network' : 'measured, one network'), \
  keyentry with yerrorbars pointtype 5 pointsize 0.8*marks linewidth 1.3 linecolor '#D55E00' title (tex ? 'measured, means of fifths by the gap, 95~\% by Student''s t' : 'measured, means of fifths by the gap, 95 % by Student''s t')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
