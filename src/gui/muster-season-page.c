/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-background.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-season-behind-page.h"
#include "gui/muster-season-export-dialog.h"
#include "gui/muster-season-model.h"
#include "gui/muster-season-rows.h"

/* So many of those behind are on the page; all of them on a page of its own. */
#define LINES 8

struct _MusterSeasonPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkLabel *headline;
  GtkLevelBar *bar;
  GtkLabel *forecast;
  MusterRowGroup *requirements;
  MusterRowGroup *agencies;
  MusterRowGroup *behind;
  MusterRowGroup *uncovered;
  AdwStatusPage *empty;
  GtkWidget *rules_button;

  MusterStore *store;
  MusterSeasonReport *report;
  gboolean ready;
  gboolean loading;
  gboolean stale; /* changed while it was being read */
};

G_DEFINE_FINAL_TYPE (MusterSeasonPage, muster_season_page, ADW_TYPE_NAVIGATION_PAGE)

/* What a thread reads. */
typedef struct
{
  MusterStore *store;
  GDate on;
  MusterSeasonReport *report;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_clear_pointer (&job->report, muster_season_report_unref);
  g_free (job);
}

static gboolean
work (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  MusterDatabase *database = muster_store_read (job->store, error);

  if (database == NULL)
    return FALSE;
  job->report = muster_season_report_new (database, &job->on, 0, cancellable, error);
  muster_store_read_done (job->store, database);
  return job->report != NULL;
}

static void
show_behind (MusterSeasonPage *self)
{
  g_autoptr (MusterSeasonModel) model = muster_season_model_new (self->store, self->report, -1, -1);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model)), n_shown = n > LINES + 1 ? LINES : n;
  g_autofree char *title = g_strdup_printf (_("Behind (%'u)"), n);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (self->behind), title, NULL);
  muster_row_group_begin (self->behind);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (MusterSeasonItem) item = g_list_model_get_item (G_LIST_MODEL (model), i);

      muster_row_group_add_link (self->behind, muster_season_item_get_name (item), muster_season_item_get_text (item), NULL, "win.open-assister", muster_season_item_get_person (item));
    }
  if (n > n_shown)
    {
      g_autofree char *all = g_strdup_printf (_("All %'u People…"), n);

      muster_row_group_add_link (self->behind, all, NULL, NULL, "season.behind", 0);
    }
  muster_row_group_end (self->behind);
}

static void
show_running (MusterSeasonPage *self)
{
  const MusterSeasonReport *report = self->report;
  g_autofree char *headline = muster_season_dup_headline (&report->progress.people);
  g_autofree char *forecast = muster_season_forecast_dup_text (&report->forecast, muster_rule_pack_get_season (report->pack), &report->progress.people, muster_gui_text_dup_date);

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->forecast, forecast);
  muster_season_rows_fill_bar (self->bar, &report->progress.people, _("Recertified"));
  muster_season_rows_show_requirements (self->requirements, report);
  muster_season_rows_show_agencies (self->agencies, report);
  show_behind (self);
  muster_season_rows_show_uncovered (self->uncovered, report);
  gtk_stack_set_visible_child_name (self->stack, "season");
}

static void
show_empty (MusterSeasonPage *self, const char *icon_name, const char *title, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (self->empty, icon_name);
  adw_status_page_set_title (self->empty, title);
  adw_status_page_set_description (self->empty, escaped);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
show_report (MusterSeasonPage *self)
{
  g_autofree char *next = muster_season_report_dup_next (self->report, muster_gui_text_dup_date);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "season.letters", self->report->behind->len > 0 && muster_store_may (self->store, "export-season"));
  gtk_widget_set_visible (self->rules_button, !g_date_valid (&self->report->next));
  if (muster_season_report_is_running (self->report))
    show_running (self);
  else
    show_empty (self, "x-office-calendar-symbolic", _("No Recertification Season Now"), next);
}

static void refresh (MusterSeasonPage *self);

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterSeasonPage *self = MUSTER_SEASON_PAGE (source);
  Job *job = muster_background_get_data (result);
  g_autoptr (GError) error = NULL;
  gboolean done = muster_background_finish (result, &error);

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  self->ready = TRUE;
  if (done)
    {
      g_clear_pointer (&self->report, muster_season_report_unref);
      self->report = g_steal_pointer (&job->report);
      show_report (self);
    }
  else
    show_empty (self, "dialog-warning-symbolic", _("The Season Cannot Be Read"), error->message);
  if (self->stale)
    refresh (self);
}

static void
refresh (MusterSeasonPage *self)
{
  Job *job;

  /* Whoever looks at something else needs no report; it is made when the page is shown again. */
  self->stale = self->loading || (self->ready && !gtk_widget_get_mapped (GTK_WIDGET (self)));
  if (self->stale)
    return;
  self->loading = TRUE;
  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  muster_gui_text_get_today (&job->on);
  muster_background_run (self, work, job, job_free, NULL, done_cb, NULL);
}

static void
open_behind (MusterSeasonPage *self, const char *title, int agency, int requirement)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL)
    adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), muster_season_behind_page_new (self->store, self->report, title, agency, requirement));
}

static void
behind_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_behind (MUSTER_SEASON_PAGE (widget), _("Behind"), -1, -1);
}

static void
agency_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterSeasonPage *self = MUSTER_SEASON_PAGE (widget);
  gint64 place = g_variant_get_int64 (parameter);

  if (self->report != NULL && place >= 0 && place < self->report->agencies->len)
    open_behind (self, muster_season_rows_get_agency_name (self->report->agencies->pdata[place]), (int) place, -1);
}

static void
requirement_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterSeasonPage *self = MUSTER_SEASON_PAGE (widget);
  gint64 place = g_variant_get_int64 (parameter);
  guint n = 0;
  MusterRequirement *const *requirements = self->report != NULL ? muster_rule_pack_get_requirements (self->report->pack, &n) : NULL;

  if (place >= 0 && place < n)
    open_behind (self, requirements[place]->title, -1, (int) place);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MusterSeasonExportKind kind = g_str_equal (action, "season.letters") ? MUSTER_SEASON_EXPORT_LETTERS : MUSTER_SEASON_EXPORT_CALENDAR;

  adw_dialog_present (muster_season_export_dialog_new (MUSTER_SEASON_PAGE (widget)->store, kind), widget);
}

static void
muster_season_page_map (GtkWidget *widget)
{
  MusterSeasonPage *self = MUSTER_SEASON_PAGE (widget);

  GTK_WIDGET_CLASS (muster_season_page_parent_class)->map (widget);
  if (self->stale)
    refresh (self);
}

static void
muster_season_page_dispose (GObject *object)
{
  MusterSeasonPage *self = MUSTER_SEASON_PAGE (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_SEASON_PAGE);
  g_clear_pointer (&self->report, muster_season_report_unref);
  G_OBJECT_CLASS (muster_season_page_parent_class)->dispose (object);
}

static void
muster_season_page_class_init (MusterSeasonPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_season_page_dispose;
  widget_class->map = muster_season_page_map;
  g_type_ensure (MUSTER_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-season-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, headline);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, bar);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, forecast);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, agencies);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, behind);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, uncovered);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterSeasonPage, rules_button);
  gtk_widget_class_install_action (widget_class, "season.behind", "x", behind_cb);
  gtk_widget_class_install_action (widget_class, "season.calendar", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "season.letters", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, "season.agency", "x", agency_cb);
  gtk_widget_class_install_action (widget_class, "season.requirement", "x", requirement_cb);
}

static void
muster_season_page_init (MusterSeasonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "season.letters", FALSE);
}

AdwNavigationPage *
muster_season_page_new (MusterStore *store)
{
  MusterSeasonPage *self = g_object_new (MUSTER_TYPE_SEASON_PAGE, NULL);

  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gboolean
muster_season_page_is_ready (MusterSeasonPage *self)
{
  return self->ready && !self->loading;
}
