/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-season-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-background.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-season-behind-page.h"
#include "gui/muster-season-model.h"

/* So many lines of each list are on the page; the rest is on a page of its own. */
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

static char *
dup_count (const MusterSeasonCount *count)
{
  /* Translators: how many are done, of how many, and that in percent */
  return g_strdup_printf (_("%'u of %'u · %u %%"), count->n_done, count->n, muster_season_count_get_percent (count));
}

/* Only a bar that is full has a colour that says something: it is done. */
static void
fill_bar (GtkLevelBar *bar, const MusterSeasonCount *count, const char *label)
{
  g_autofree char *text = dup_count (count);

  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL);
  if (count->n_done == count->n)
    gtk_level_bar_add_offset_value (bar, GTK_LEVEL_BAR_OFFSET_FULL, 1);
  gtk_level_bar_set_value (bar, count->n > 0 ? (double) count->n_done / count->n : 1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
}

static GtkWidget *
bar_new (const MusterSeasonCount *count, const char *label)
{
  GtkWidget *bar = gtk_level_bar_new ();

  fill_bar (GTK_LEVEL_BAR (bar), count, label);
  gtk_widget_set_size_request (bar, 96, -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

/* Where somebody is behind, the row opens who. */
static void
add_count (MusterRowGroup *group, const char *title, const MusterSeasonCount *count, const char *action, guint place)
{
  g_autofree char *text = dup_count (count);
  GtkWidget *bar = bar_new (count, title);

  if (count->n_done < count->n)
    muster_row_group_add_link (group, title, text, bar, action, place);
  else
    adw_action_row_add_suffix (muster_row_group_add_text (group, title, text), bar);
}

static void
show_requirements (MusterSeasonPage *self)
{
  guint n;
  MusterRequirement *const *requirements = muster_rule_pack_get_requirements (self->report->pack, &n);

  muster_row_group_begin (self->requirements);
  for (guint i = 0; i < n; i++)
    if (self->report->progress.of_requirement[i].n > 0)
      add_count (self->requirements, requirements[i]->title, &self->report->progress.of_requirement[i], "season.requirement", i);
  muster_row_group_end (self->requirements);
}

static const char *
get_agency_name (const MusterSeasonAgency *agency)
{
  return agency->name != NULL ? agency->name : _("No agency");
}

static void
show_agencies (MusterSeasonPage *self)
{
  guint n = self->report->agencies->len, n_shown = MIN (n, LINES);

  muster_row_group_begin (self->agencies);
  for (guint i = 0; i < n_shown; i++)
    {
      const MusterSeasonAgency *agency = self->report->agencies->pdata[i];

      add_count (self->agencies, get_agency_name (agency), &agency->count, "season.agency", i);
    }
  if (n > n_shown)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n - n_shown), n - n_shown);

      muster_row_group_add_text (self->agencies, more, _("No agency of these has more people behind than those above."));
    }
  muster_row_group_end (self->agencies);
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
add_uncovered (MusterSeasonPage *self, const char *title, char **list)
{
  g_autofree char *joined = g_strjoinv (", ", list);

  if (*list != NULL)
    muster_row_group_add_value (self->uncovered, title, joined);
}

static void
show_uncovered (MusterSeasonPage *self)
{
  muster_row_group_begin (self->uncovered);
  add_uncovered (self, _("Languages"), self->report->languages);
  add_uncovered (self, _("Counties"), self->report->counties);
  add_uncovered (self, _("Agencies without a navigator"), self->report->without_navigator);
  muster_row_group_end (self->uncovered);
}

static void
show_running (MusterSeasonPage *self)
{
  const MusterSeasonReport *report = self->report;
  g_autofree char *headline = muster_season_dup_headline (&report->progress.people);
  g_autofree char *forecast = muster_season_forecast_dup_text (&report->forecast, muster_rule_pack_get_season (report->pack), &report->progress.people, muster_gui_text_dup_date);

  gtk_label_set_text (self->headline, headline);
  gtk_label_set_text (self->forecast, forecast);
  fill_bar (self->bar, &report->progress.people, _("Recertified"));
  show_requirements (self);
  show_agencies (self);
  show_behind (self);
  show_uncovered (self);
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
    open_behind (self, get_agency_name (self->report->agencies->pdata[place]), (int) place, -1);
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
  gtk_widget_class_install_action (widget_class, "season.agency", "x", agency_cb);
  gtk_widget_class_install_action (widget_class, "season.requirement", "x", requirement_cb);
}

static void
muster_season_page_init (MusterSeasonPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
