/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-chart.h"

#include <adwaita.h>

#define GAP 12         /* between words, bar and number */
#define ROW_GAP 10     /* between bars */
#define BAR_PART 0.72f /* of the height of a line of text */
#define LABEL_PART 0.45f
#define LEAST_BAR 120

struct _MusterReportChart
{
  GtkWidget parent_instance;

  MusterReport *report;
};

G_DEFINE_FINAL_TYPE (MusterReportChart, muster_report_chart, GTK_TYPE_WIDGET)

/* What all bars have in common. */
typedef struct
{
  float width;
  float line; /* the height of a line of text */
  float label_width;
  float bar_width;
  gint64 longest;
  GdkRGBA text;
  GdkRGBA bar;
} Layout;

static const MusterReportFigure *
get_bar (MusterReportChart *self, guint index)
{
  return self->report->bars->pdata[index];
}

static guint
count_bars (MusterReportChart *self)
{
  return self->report != NULL ? self->report->bars->len : 0;
}

static PangoLayout *
number_layout_new (MusterReportChart *self, gint64 value)
{
  g_autofree char *number = g_strdup_printf ("%'" G_GINT64_FORMAT, value);

  return gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
}

static int
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static int
get_line_height (MusterReportChart *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
measure_text (MusterReportChart *self, int *label_width, int *number_width, gint64 *longest)
{
  *label_width = *number_width = 0;
  *longest = 1;
  for (guint i = 0; i < count_bars (self); i++)
    {
      const MusterReportFigure *bar = get_bar (self, i);
      g_autoptr (PangoLayout) label = gtk_widget_create_pango_layout (GTK_WIDGET (self), bar->label);
      g_autoptr (PangoLayout) number = number_layout_new (self, bar->value);

      *label_width = MAX (*label_width, get_width (label));
      *number_width = MAX (*number_width, get_width (number));
      *longest = MAX (*longest, bar->value);
    }
}

static void
lay_out (MusterReportChart *self, Layout *layout)
{
  int label_width, number_width;

  measure_text (self, &label_width, &number_width, &layout->longest);
  layout->width = gtk_widget_get_width (GTK_WIDGET (self));
  layout->line = get_line_height (self);
  layout->label_width = MIN ((float) label_width, layout->width * LABEL_PART);
  layout->bar_width = MAX (layout->width - layout->label_width - number_width - 2 * GAP, 1);
  gtk_widget_get_color (GTK_WIDGET (self), &layout->text);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (adw_style_manager_get_default ()), adw_style_manager_get_dark (adw_style_manager_get_default ()), &layout->bar);
}

/* @x: from where a line begins: from the right in languages written so. */
static float
place (MusterReportChart *self, const Layout *layout, float x, float width)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? layout->width - x - width : x;
}

static void
draw_text (MusterReportChart *self, GtkSnapshot *snapshot, const Layout *layout, PangoLayout *text, float x, float y, float width)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place (self, layout, x, width), y));
  gtk_snapshot_append_layout (snapshot, text, &layout->text);
  gtk_snapshot_restore (snapshot);
}

static void
draw_bar (MusterReportChart *self, GtkSnapshot *snapshot, const Layout *layout, const MusterReportFigure *bar, float y)
{
  g_autoptr (PangoLayout) label = gtk_widget_create_pango_layout (GTK_WIDGET (self), bar->label);
  g_autoptr (PangoLayout) number = number_layout_new (self, bar->value);
  float height = layout->line * BAR_PART, length = layout->bar_width * bar->value / layout->longest, x = layout->label_width + GAP;
  GskRoundedRect shape;

  pango_layout_set_width (label, (int) layout->label_width * PANGO_SCALE);
  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_END);
  draw_text (self, snapshot, layout, label, 0, y, layout->label_width);
  if (bar->value > 0)
    {
      gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (place (self, layout, x, length), y + (layout->line - height) / 2, length, height), MIN (3, length / 2));
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, &layout->bar, &shape.bounds);
      gtk_snapshot_pop (snapshot);
      x += length + GAP / 2.0f;
    }
  draw_text (self, snapshot, layout, number, x, y, get_width (number));
}

static void
muster_report_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  MusterReportChart *self = MUSTER_REPORT_CHART (widget);
  Layout layout;

  lay_out (self, &layout);
  for (guint i = 0; i < count_bars (self); i++)
    draw_bar (self, snapshot, &layout, get_bar (self, i), i * (layout.line + ROW_GAP));
}

static void
muster_report_chart_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  MusterReportChart *self = MUSTER_REPORT_CHART (widget);
  guint n = count_bars (self);
  int label_width, number_width;
  gint64 longest;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = n * get_line_height (self) + (n > 0 ? (n - 1) * ROW_GAP : 0);
      return;
    }
  measure_text (self, &label_width, &number_width, &longest);
  *minimum = LEAST_BAR;
  *natural = label_width + number_width + 2 * GAP + 2 * LEAST_BAR;
}

static void
muster_report_chart_finalize (GObject *object)
{
  MusterReportChart *self = MUSTER_REPORT_CHART (object);

  g_clear_pointer (&self->report, muster_report_unref);
  G_OBJECT_CLASS (muster_report_chart_parent_class)->finalize (object);
}

static void
muster_report_chart_class_init (MusterReportChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = muster_report_chart_finalize;
  widget_class->snapshot = muster_report_chart_snapshot;
  widget_class->measure = muster_report_chart_measure;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
muster_report_chart_init (MusterReportChart *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::accent-color", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

void
muster_report_chart_set_report (MusterReportChart *self, MusterReport *report)
{
  g_autofree char *text = muster_report_dup_chart_text (report);

  g_clear_pointer (&self->report, muster_report_unref);
  self->report = muster_report_ref (report);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
