/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-report-page.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-error.h"
#include "gui/muster-background.h"
#include "gui/muster-date-row.h"
#include "gui/muster-gui-error.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-report-chart.h"
#include "gui/muster-report-columns.h"
#include "gui/muster-report-dialog.h"
#include "gui/muster-report-line.h"
#include "operations/muster-report-making.h"

struct _MusterReportPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *save_button;
  GtkStack *stack;
  MusterDateRow *as_of;
  MusterDateRow *known_on;
  GtkLabel *problem;
  AdwWrapBox *figures;
  GtkWidget *chart_box;
  GtkLabel *chart_title;
  MusterReportChart *chart;
  GtkWidget *table_box;
  GtkColumnView *table;
  GtkWidget *nothing;
  GtkLabel *notes;
  AdwStatusPage *failure;

  MusterStore *store;
  MusterReportKind kind;
  MusterViewDay day;
  gboolean was_shown;
  gboolean announces; /* somebody asked for another day */
  gboolean ready;
  gboolean loading;
  gboolean stale; /* changed while it was being made */
};

G_DEFINE_FINAL_TYPE (MusterReportPage, muster_report_page, ADW_TYPE_NAVIGATION_PAGE)

/* What a row opens; %NULL: it is about several. */
static const char *const openers[MUSTER_N_REPORTS] = {
  [MUSTER_REPORT_ACTIONS] = "win.open-action",
  [MUSTER_REPORT_DECISIONS] = "win.open-decision",
  [MUSTER_REPORT_REVIEWS] = "win.open-decision",
  [MUSTER_REPORT_ROSTER] = "win.open-assister",
  [MUSTER_REPORT_LATENESS] = "win.open-assister",
};

/* What a thread makes. */
typedef struct
{
  MusterStore *store;
  MusterReportWish wish;
  MusterReport *report;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->report, muster_report_unref);
  g_free (job);
}

static gboolean
work (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->report = muster_report_make (database, &job->wish, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->report != NULL;
}

static GtkWidget *
figure_new (const MusterReportFigure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = g_strdup_printf ("%'" G_GINT64_FORMAT, figure->value);
  GtkWidget *number = gtk_label_new (text), *label = gtk_label_new (figure->label);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (number, "title-2");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_figures (MusterReportPage *self, const MusterReport *report)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    adw_wrap_box_remove (self->figures, old);
  for (guint i = 0; i < report->figures->len; i++)
    adw_wrap_box_append (self->figures, figure_new (report->figures->pdata[i]));
}

static void
show_notes (MusterReportPage *self, const MusterReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < report->notes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (const char *) report->notes->pdata[i]);
  gtk_label_set_text (self->notes, text->str);
  g_string_free (text, TRUE);
}

static void
show_report (MusterReportPage *self, MusterReport *report)
{
  gboolean is_empty = report->rows->len == 0;

  show_figures (self, report);
  gtk_label_set_text (self->chart_title, report->chart_title);
  muster_report_chart_set_report (self->chart, report);
  muster_report_columns_fill (self->table, report);
  show_notes (self, report);
  gtk_widget_set_visible (self->chart_box, !is_empty && report->bars->len > 0);
  gtk_widget_set_visible (self->table_box, !is_empty);
  gtk_widget_set_visible (self->nothing, is_empty);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

/* Whoever does not see it hears what the new day says. */
static void
announce (MusterReportPage *self, const MusterReport *report)
{
  g_autofree char *text = muster_report_dup_figures_text (report);

  if (self->announces)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  self->announces = FALSE;
}

static void
show_failure (MusterReportPage *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->failure, escaped);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void refresh (MusterReportPage *self);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (source);
  Job *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  self->ready = TRUE;
  if (done)
    {
      show_report (self, job->report);
      announce (self, job->report);
    }
  else
    show_failure (self, error);
  if (self->stale)
    refresh (self);
}

static void
refresh (MusterReportPage *self)
{
  Job *job;

  /* Whoever looks at something else needs no report; it is made when the page is shown again. */
  self->stale = self->loading || (self->ready && !gtk_widget_get_mapped (GTK_WIDGET (self)));
  if (self->stale)
    return;
  self->loading = TRUE;
  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  job->wish = (MusterReportWish) { .kind = self->kind, .as_of = self->day.as_of, .known_on = self->day.known_on, .time = g_get_real_time () };
  muster_gui_text_get_today (&job->wish.today);
  muster_background_run (self, work, job, job_free, NULL, done_cb, NULL);
}

static gboolean
may_save (MusterReportPage *self)
{
  return muster_report_kind_check_export (self->kind, muster_store_get_account (self->store)->role, NULL);
}

static void
set_may_leave (MusterReportPage *self, gboolean may)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save", may);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.print", may);
}

static gboolean
read_rows (MusterReportPage *self, MusterViewDay *day, GError **error)
{
  MusterReportWish wish = { .kind = self->kind };

  if (!muster_date_row_get_date (self->as_of, &day->as_of, error) || !muster_date_row_get_date (self->known_on, &day->known_on, error))
    return FALSE;
  if (!g_date_valid (&day->as_of))
    {
      g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_INVALID, _("Say of which day the report is to tell."));
      return FALSE;
    }
  wish.as_of = day->as_of;
  wish.known_on = day->known_on;
  muster_gui_text_get_today (&wish.today);
  return muster_report_wish_check (&wish, error);
}

/* Sets the day to what is typed; %FALSE, and says why, where no report can tell of it. */
static gboolean
read_day (MusterReportPage *self)
{
  g_autoptr (GError) error = NULL;
  MusterViewDay day;
  gboolean done = read_rows (self, &day, &error);

  gtk_label_set_text (self->problem, done ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), !done);
  set_may_leave (self, done && may_save (self));
  if (done)
    self->day = day;
  return done;
}

static void
day_changed_cb (MusterReportPage *self)
{
  if (self->store == NULL || !read_day (self))
    return;
  self->announces = TRUE;
  refresh (self);
}

static void
activate_cb (MusterReportPage *self, guint position)
{
  g_autoptr (MusterReportLine) line = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->table)), position);

  if (line != NULL && openers[self->kind] != NULL && muster_report_line_get_id (line) != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), openers[self->kind], "x", muster_report_line_get_id (line));
}

static void
save_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (widget);

  adw_dialog_present (muster_report_dialog_new (self->store, self->kind, &self->day), widget);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (widget);

  adw_dialog_present (muster_report_dialog_new_for_paper (self->store, self->kind, &self->day), widget);
}

static void
muster_report_page_map (GtkWidget *widget)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (widget);

  GTK_WIDGET_CLASS (muster_report_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

/* Whoever comes here reads first: a field that waits for text would draw the eye. */
static void
muster_report_page_shown (AdwNavigationPage *page)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (page);

  if (!self->was_shown)
    {
      gtk_widget_grab_focus (self->save_button);
      gtk_editable_select_region (GTK_EDITABLE (self->as_of), 0, 0);
    }
  self->was_shown = TRUE;
}

/* A bar that comes by itself takes its height from the rows. */
static gboolean
make_room_cb (GtkWidget *table_box, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (table_box));
  gboolean fits = gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (table_box), fits ? GTK_POLICY_AUTOMATIC : GTK_POLICY_ALWAYS, GTK_POLICY_AUTOMATIC);
  return G_SOURCE_REMOVE;
}

/* It is told while sizes are given out, when nobody can ask for another one. */
static void
width_changed_cb (GtkAdjustment *across, GtkWidget *table_box)
{
  gtk_widget_add_tick_callback (table_box, make_room_cb, NULL, NULL);
}

static void
muster_report_page_dispose (GObject *object)
{
  MusterReportPage *self = MUSTER_REPORT_PAGE (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_REPORT_PAGE);
  G_OBJECT_CLASS (muster_report_page_parent_class)->dispose (object);
}

static void
muster_report_page_class_init (MusterReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_report_page_dispose;
  widget_class->map = muster_report_page_map;
  ADW_NAVIGATION_PAGE_CLASS (klass)->shown = muster_report_page_shown;
  g_type_ensure (MUSTER_TYPE_DATE_ROW);
  g_type_ensure (MUSTER_TYPE_REPORT_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, save_button);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, known_on);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, problem);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, figures);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, chart_box);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, chart_title);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, chart);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, table_box);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, table);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MusterReportPage, failure);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "report.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "page.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "report.save", NULL);
}

static void
muster_report_page_init (MusterReportPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->table_box)), "changed", G_CALLBACK (width_changed_cb), self->table_box, G_CONNECT_DEFAULT);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->as_of), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->problem, NULL, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->known_on), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->problem, NULL, -1);
}

AdwNavigationPage *
muster_report_page_new (MusterStore *store, MusterReportKind kind)
{
  MusterReportPage *self = g_object_new (MUSTER_TYPE_REPORT_PAGE, "title", muster_report_kind_get_title (kind), NULL);

  self->kind = kind;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL, muster_report_kind_get_title (kind), -1);
  muster_view_day_init (&self->day);
  muster_gui_text_get_today (&self->day.as_of);
  muster_date_row_set_date (self->as_of, &self->day.as_of);
  self->store = g_object_ref (store);
  set_may_leave (self, may_save (self));
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gboolean
muster_report_page_is_ready (MusterReportPage *self)
{
  return self->ready && !self->loading && !self->stale;
}
