# The rank that training finds
# Rank of the first layer against the rank of the teacher's, a panel for each λ; the teacher's own at
# the same share of energy beside it. Means of 30 networks a point; bars: 95 % intervals by Student's
# t.
#
# Rebuild with: gnuplot rank_found.gp   (reads rank_found.csv, writes rank_found.svg, .png, .pdf and .tex)
# The .tex is for \input in a LaTeX document with \usepackage{gnuplot-lua-tikz}, 13.96cm wide; that package comes with gnuplot,
# or gnuplot -e 'set terminal tikz createstyle' writes it into the current folder. rank_found.py draws the same with matplotlib.
data = "rank_found.csv"
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
if (format eq "svg") { set terminal svg size 742,702 dynamic font "DejaVu Sans,15" background "white" }
if (format eq "png") { set terminal pngcairo size 1484,1404 fontscale 2 linewidth 2 pointscale 2 font "DejaVu Sans,11.25" }
if (format eq "pdf") { set terminal pdfcairo size 13.96cm,13.21cm font "DejaVu Sans,8" fontscale 0.75 linewidth 0.8 pointscale 0.5 }
if (tex) { set terminal tikz size 13.96cm,13.21cm font "\\fontsize{8}{9.6}\\selectfont" linewidth 0.8 }
set output "rank_found.".format
unset key
set style fill solid 0.5 noborder
set multiplot
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.6080; set tmargin at screen 0.9373
set title (tex ? '$\lambda = 0$' : '{/:Italic λ} = 0')
unset logscale x
set xrange [0.72:8.28]
set xtics nomirror 2.0
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:7.997490597223693]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '2' : '2') 2.0, (tex ? '4' : '4') 4.0, (tex ? '6' : '6') 6.0)
set format y "%h"
set ylabel ''
unset colorbox
set label 1 (tex ? 'rank $r$ of the teacher' : 'rank {/:Italic r} of the teacher') at screen 0.5408, 0.1527 center
set label 2 (tex ? 'rank of the first layer' : 'rank of the first layer') at screen 0.0189, 0.5767 center rotate
plot data using (of("λ = 0", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("λ = 0", "with projections", "measured", "rank") + -0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("λ = 0", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("λ = 0", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("λ = 0", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("λ = 0", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("λ = 0", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("λ = 0", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("λ = 0", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.6080; set tmargin at screen 0.9373
set title (tex ? '$\lambda = 0.01$' : '{/:Italic λ} = 0.01')
unset logscale x
set xrange [0.72:8.28]
set xtics nomirror 2.0
set format x ""
set xlabel ''
unset logscale y
set yrange [0.0:7.997490597223693]
set ytics nomirror ('' 0.0, '' 2.0, '' 4.0, '' 6.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("λ = 0.01", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("λ = 0.01", "with projections", "measured", "rank") + -0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("λ = 0.01", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("λ = 0.01", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("λ = 0.01", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("λ = 0.01", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("λ = 0.01", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("λ = 0.01", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("λ = 0.01", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.1105; set rmargin at screen 0.5259; set bmargin at screen 0.2160; set tmargin at screen 0.5453
set title (tex ? '$\lambda = 0.03$' : '{/:Italic λ} = 0.03')
unset logscale x
set xrange [0.72:8.28]
set xtics nomirror 2.0
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:7.997490597223693]
set ytics nomirror ((tex ? '0' : '0') 0.0, (tex ? '2' : '2') 2.0, (tex ? '4' : '4') 4.0, (tex ? '6' : '6') 6.0)
set format y "%h"
set ylabel ''
unset colorbox; unset label
plot data using (of("λ = 0.03", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("λ = 0.03", "with projections", "measured", "rank") + -0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("λ = 0.03", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("λ = 0.03", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("λ = 0.03", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("λ = 0.03", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("λ = 0.03", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("λ = 0.03", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("λ = 0.03", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
set lmargin at screen 0.5556; set rmargin at screen 0.9710; set bmargin at screen 0.2160; set tmargin at screen 0.5453
set title (tex ? '$\lambda = 0.1$' : '{/:Italic λ} = 0.1')
unset logscale x
set xrange [0.72:8.28]
set xtics nomirror 2.0
set format x "%h"
set xlabel ''
unset logscale y
set yrange [0.0:7.997490597223693]
set ytics nomirror ('' 0.0, '' 2.0, '' 4.0, '' 6.0)
set format y ""
set ylabel ''
unset colorbox; unset label
plot data using (of("λ = 0.1", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with lines linewidth 1 linecolor '#0072B2' dashtype 1, \
  data using (of("λ = 0.1", "with projections", "measured", "rank") + -0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#0072B2', \
  data using (of("λ = 0.1", "with projections", "measured", "rank") + -0.14):(column("found_rank")) with points pointtype 7 pointsize 0.8*marks linecolor '#0072B2', \
  data using (of("λ = 0.1", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with lines linewidth 1 linecolor '#D55E00' dashtype 1, \
  data using (of("λ = 0.1", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#D55E00', \
  data using (of("λ = 0.1", "truncated afterwards", "measured", "rank") + 0.0):(column("found_rank")) with points pointtype 5 pointsize 0.8*marks linecolor '#D55E00', \
  data using (of("λ = 0.1", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with lines linewidth 1 linecolor '#009E73' dashtype 1, \
  data using (of("λ = 0.1", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")):(column("found_rank_low")):(column("found_rank_high")) with yerrorbars pointtype 0 linewidth 1.3 linecolor '#009E73', \
  data using (of("λ = 0.1", "the teacher truncated", "measured", "rank") + 0.14):(column("found_rank")) with points pointtype 9 pointsize 0.8*marks linecolor '#009E73'
unset title; unset xlabel; unset ylabel; unset logscale; unset tics; unset border; unset grid; unset colorbox; unset label
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0872; set tmargin at screen 0.1214
set key center center horizontal maxcols 1 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with yerrorbars pointtype 7 pointsize 0.8*marks linewidth 1.3 linecolor '#404040' title (tex ? 'measured, 95~\% intervals by Student''s t' : 'measured, 95 % intervals by Student''s t')
set lmargin at screen 0.0000; set rmargin at screen 1.0000; set bmargin at screen 0.0085; set tmargin at screen 0.0769
set key center center horizontal maxcols 2 Left reverse samplen 4 spacing 1.2
plot [0:1] [0:1] NaN notitle,   keyentry with linespoints pointtype 7 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#0072B2' title (tex ? 'with projections' : 'with projections'), \
  keyentry with linespoints pointtype 5 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#D55E00' title (tex ? 'truncated afterwards' : 'truncated afterwards'), \
  keyentry with linespoints pointtype 9 pointsize 0.8*marks linewidth 1 dashtype 1 linecolor '#009E73' title (tex ? 'the teacher truncated' : 'the teacher truncated')
unset key; set tics nomirror; set border 3 linecolor "#404040"; set grid linecolor "#e4e4e4" linetype 1
unset multiplot
unset output
}
