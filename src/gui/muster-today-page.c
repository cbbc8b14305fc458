/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-today-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-batch-dialog.h"
#include "gui/muster-gui-text.h"
#include "gui/muster-row-group.h"
#include "gui/muster-snooze-dialog.h"
#include "gui/muster-today-text.h"
#include "store/muster-today-query.h"

struct _MusterTodayPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwPreferencesPage *list;
  AdwStatusPage *empty;
  GtkToggleButton *all_button;

  MusterStore *store;
  GPtrArray *groups; /* MusterRowGroup, one a kind, kept so that the focus stays */
  GDate shown;       /* the day of the list; unset before there is one */
  gboolean ready;
  gboolean loading;
  gboolean stale; /* changed while it was being read */
  gboolean is_empty;
};

G_DEFINE_FINAL_TYPE (MusterTodayPage, muster_today_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  SIGNAL_READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  MusterStore *store;
  gboolean with_snoozed;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->store);
  g_free (job);
}

static void
snooze_cb (GtkButton *button, MusterTodayPage *self)
{
  const char *key = g_object_get_data (G_OBJECT (button), "item");
  const char *title = g_object_get_data (G_OBJECT (button), "title");

  adw_dialog_present (muster_snooze_dialog_new (self->store, key, title), GTK_WIDGET (self));
}

/* What a line is about, and the action that opens it. */
static const char *
find_action (const MusterTodayItem *item)
{
  switch (item->kind)
    {
    case MUSTER_TODAY_ACTION_OVERDUE:
    case MUSTER_TODAY_STEP_OVERDUE:
    case MUSTER_TODAY_CHECK_DUE:
    case MUSTER_TODAY_EXTENSION_WAITING:
    case MUSTER_TODAY_ESCALATION_PROPOSED:
    case MUSTER_TODAY_ACTION_DUE:
      return "win.open-action";
    case MUSTER_TODAY_DECISION_WAITING:
    case MUSTER_TODAY_REVIEW_WAITING:
    case MUSTER_TODAY_NOTICE_MISSING:
    case MUSTER_TODAY_LETTER_UNSERVED:
    case MUSTER_TODAY_REVIEW_CLOSING:
      return "win.open-decision";
    case MUSTER_TODAY_INCIDENT_REPORT:
      return "win.open-incident";
    case MUSTER_TODAY_SUSPENSION_PROPOSED:
    case MUSTER_TODAY_EXPIRING:
    case MUSTER_TODAY_LICENCE_NOTICE:
    case MUSTER_TODAY_LICENCE_RENEWAL:
    case MUSTER_TODAY_EXIT_OPEN:
    case MUSTER_TODAY_LIST_TASK:
      return "win.open-assister";
    case MUSTER_TODAY_RULES_ENDED:
    default:
      return NULL;
    }
}

static GtkWidget *
snooze_button_new (MusterTodayPage *self, const MusterTodayItem *item, char *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("alarm-symbolic");
  g_autofree char *label = g_strdup_printf (_("Put off: %s"), title);

  gtk_widget_set_tooltip_text (button, _("Put Off…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "item", muster_today_dup_key (item->kind, item->id), g_free);
  g_object_set_data_full (G_OBJECT (button), "title", title, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (snooze_cb), self);
  return button;
}

static GtkWidget *
when_label_new (const MusterTodayItem *item, const GDate *today)
{
  g_autofree char *when = muster_today_dup_when (item, today);
  GtkWidget *label;

  if (when == NULL)
    return NULL;
  label = gtk_label_new (when);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, g_date_compare (&item->due, today) < 0 ? "error" : "dim-label");
  return label;
}

/* What stands at the end of a line, before its arrow; %NULL for nothing. */
static GtkWidget *
end_new (MusterTodayPage *self, const MusterTodayItem *item, const char *title, const GDate *today)
{
  GtkWidget *when = find_action (item) != NULL ? when_label_new (item, today) : NULL;
  gboolean may_snooze = muster_store_may (self->store, "snooze") && muster_snooze_check_role (item->kind, muster_store_get_account (self->store)->role, NULL) && !g_date_valid (&item->snoozed_until);
  GtkWidget *box;

  if (when == NULL && !may_snooze)
    return NULL;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (when != NULL)
    gtk_box_append (GTK_BOX (box), when);
  if (may_snooze)
    gtk_box_append (GTK_BOX (box), snooze_button_new (self, item, g_strdup (title)));
  return box;
}

static void
add_row (MusterTodayPage *self, MusterRowGroup *group, const MusterTodayItem *item, const GDate *today)
{
  const char *action = find_action (item);
  gint64 id = item->case_id != 0 ? item->case_id : item->assister_id;
  const char *title = muster_today_text_get_title (item);
  g_autofree char *subtitle = muster_today_text_dup_subtitle (item);
  g_autofree char *whole = muster_today_text_dup_whole_title (item);
  GtkWidget *end = end_new (self, item, whole, today);
  AdwActionRow *row;

  if (action != NULL)
    {
      muster_row_group_add_link (group, title, subtitle, end, action, id);
      return;
    }
  row = muster_row_group_add_text (group, title, subtitle);
  if (end != NULL)
    adw_action_row_add_suffix (row, end);
}

/* Many who wait for the same stand in one line, which opens the season, or for the notice the roster. */
static void
add_fold (MusterTodayPage *self, MusterRowGroup *group, const MusterTodayGroup *found, const GDate *today)
{
  g_autofree char *title = muster_today_dup_fold_title (found->fold, found->n_folded);
  g_autofree char *subtitle = muster_today_text_dup_fold_subtitle (found->fold);
  AdwActionRow *row = muster_row_group_add_text (group, title, subtitle);
  GtkWidget *end = end_new (self, found->fold, title, today), *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  if (end != NULL)
    adw_action_row_add_suffix (row, end);
  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", found->fold->is_of_notice ? "roster" : "season");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-section");
}

static void
show_group (MusterTodayPage *self, const MusterTodayGroup *found, const GDate *today)
{
  MusterRowGroup *group = self->groups->pdata[found->kind];
  g_autofree char *title = g_strdup_printf (_("%s (%u)"), muster_today_kind_get_label (found->kind), found->count);
  guint n_listed = found->n_folded, n_all = found->count + (gtk_toggle_button_get_active (self->all_button) ? found->n_snoozed : 0);

  muster_row_group_describe (ADW_PREFERENCES_GROUP (group), title, NULL);
  if (found->fold != NULL)
    add_fold (self, group, found, today);
  for (guint i = 0; i < found->items->len && !((const MusterTodayItem *) found->items->pdata[i])->is_folded; i++, n_listed++)
    add_row (self, group, found->items->pdata[i], today);
  if (n_all > n_listed)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_all - n_listed), n_all - n_listed);

      muster_row_group_add_text (group, more, NULL);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

static void
show_today (MusterTodayPage *self, const MusterToday *today)
{
  for (guint kind = 0; kind < self->groups->len; kind++)
    {
      muster_row_group_begin (self->groups->pdata[kind]);
      gtk_widget_set_visible (self->groups->pdata[kind], FALSE);
    }
  for (guint i = 0; i < today->groups->len; i++)
    show_group (self, today->groups->pdata[i], &today->today);
  for (guint kind = 0; kind < self->groups->len; kind++)
    muster_row_group_end (self->groups->pdata[kind]);
  self->shown = today->today;
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), today->n_snoozed > 0);
  gtk_stack_set_visible_child_name (self->stack, today->groups->len > 0 ? "list" : "empty");
}

static void
show_failure (MusterTodayPage *self, const GError *error)
{
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->empty, "dialog-warning-symbolic");
  adw_status_page_set_title (self->empty, _("Today’s List Cannot Be Read"));
  adw_status_page_set_description (self->empty, message);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static MusterToday *
query (const Job *job, MusterDatabase *database, GCancellable *cancellable, GError **error)
{
  g_autoptr (MusterRosterIndex) index = NULL;
  GDate today;

  muster_gui_text_get_today (&today);
  index = muster_roster_index_get (job->store, database, &today, cancellable, error);
  return index != NULL ? muster_today_query (database, index, &today, job->with_snoozed, error) : NULL;
}

static void
query_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  MusterDatabase *database = muster_store_read (job->store, &error);
  MusterToday *today = database != NULL ? query (job, database, cancellable, &error) : NULL;

  if (database != NULL)
    muster_store_read_done (job->store, database);
  if (today == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, today, (GDestroyNotify) muster_today_free);
}

static void refresh (MusterTodayPage *self);

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  MusterTodayPage *self = MUSTER_TODAY_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterToday) today = g_task_propagate_pointer (G_TASK (result), &error);

  self->loading = FALSE;
  if (self->store == NULL)
    return;
  self->ready = TRUE;
  self->is_empty = today != NULL && today->count == 0;
  if (today != NULL)
    show_today (self, today);
  else
    show_failure (self, error);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
  if (self->stale)
    refresh (self);
}

static void
refresh (MusterTodayPage *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  /* Whoever looks at something else needs no list; it is made when the page is shown again. */
  self->stale = self->loading || (self->ready && !gtk_widget_get_mapped (GTK_WIDGET (self)));
  if (self->stale)
    return;
  self->loading = TRUE;
  job = g_new0 (Job, 1);
  job->store = g_object_ref (self->store);
  job->with_snoozed = gtk_toggle_button_get_active (self->all_button);
  task = g_task_new (self, NULL, read_cb, NULL);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, query_in_thread);
}

/* It stood there, or was locked, past midnight. */
static gboolean
is_of_another_day (MusterTodayPage *self)
{
  GDate today;

  muster_gui_text_get_today (&today);
  return g_date_valid (&self->shown) && g_date_compare (&self->shown, &today) != 0;
}

static void
muster_today_page_map (GtkWidget *widget)
{
  MusterTodayPage *self = MUSTER_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (muster_today_page_parent_class)->map (widget);
  if (self->stale || is_of_another_day (self))
    refresh (self);
}

static void
all_toggled_cb (MusterTodayPage *self)
{
  if (self->store != NULL)
    refresh (self);
}

static void
muster_today_page_dispose (GObject *object)
{
  MusterTodayPage *self = MUSTER_TODAY_PAGE (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_TODAY_PAGE);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  G_OBJECT_CLASS (muster_today_page_parent_class)->dispose (object);
}

static void
muster_today_page_class_init (MusterTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_today_page_dispose;
  widget_class->map = muster_today_page_map;
  signals[SIGNAL_READ] = g_signal_new ("read", MUSTER_TYPE_TODAY_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterTodayPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterTodayPage, list);
  gtk_widget_class_bind_template_child (widget_class, MusterTodayPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterTodayPage, all_button);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
}

static void
muster_today_page_init (MusterTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->groups = g_ptr_array_new ();
  for (guint kind = 0; kind < MUSTER_N_TODAY_KINDS; kind++)
    {
      GtkWidget *group = muster_row_group_new (muster_today_kind_get_label (kind));

      g_ptr_array_add (self->groups, group);
      adw_preferences_page_add (self->list, ADW_PREFERENCES_GROUP (group));
    }
}

static void
suspend_cb (MusterTodayPage *self)
{
  adw_dialog_present (muster_batch_dialog_new (self->store, MUSTER_VERB_SUSPEND, NULL), GTK_WIDGET (self));
}

/* What the calendar proposes of many is looked at and done together. */
static void
offer_batch (MusterTodayPage *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Review All…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, muster_store_may (self->store, "suspend"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (suspend_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self->groups->pdata[MUSTER_TODAY_SUSPENSION_PROPOSED]), button);
}

AdwNavigationPage *
muster_today_page_new (MusterStore *store)
{
  MusterTodayPage *self = g_object_new (MUSTER_TYPE_TODAY_PAGE, NULL);

  self->store = g_object_ref (store);
  offer_batch (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
  return ADW_NAVIGATION_PAGE (self);
}

gboolean
muster_today_page_is_ready (MusterTodayPage *self)
{
  return self->ready && !self->loading;
}

gboolean
muster_today_page_is_empty (MusterTodayPage *self)
{
  return self->is_empty;
}
