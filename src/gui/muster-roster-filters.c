/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-filters.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"

struct _MusterRosterFilters
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  GtkMenuButton *sort_button;
  GtkDropDown *type_drop;
  GtkDropDown *state_drop;
  GtkDropDown *may_drop;
  GtkDropDown *agency_drop;
  GtkDropDown *county_drop;
  GtkDropDown *language_drop;
  AdwWrapBox *pills;

  GArray *agency_ids; /* by the place in agency_drop */
  gboolean filling;
};

enum
{
  CHANGED,
  LEAVE,
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterRosterFilters, muster_roster_filters, ADW_TYPE_BIN)

static const char *const may_words[] = { N_("May assist today"), N_("May not assist today") };

/* After those words: who may not for long any more. */
static const guint expiring_days[] = { 30, 60, 90 };

/* %NULL for any. */
static const char *
get_word (GtkDropDown *drop)
{
  GtkStringObject *choice = gtk_drop_down_get_selected (drop) > 0 ? gtk_drop_down_get_selected_item (drop) : NULL;

  return choice != NULL ? gtk_string_object_get_string (choice) : NULL;
}

/* @words: (nullable): what there is beside @all; what was chosen stays, as long as it is there. */
static void
set_words (GtkDropDown *drop, const char *all, const char *const *words)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new ((const char *[]) { all, NULL });
  g_autofree char *chosen = g_strdup (get_word (drop));
  guint selected = 0;

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      gtk_string_list_append (list, words[i]);
      if (g_strcmp0 (words[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop, selected);
}

static void
fill_drops (MusterRosterFilters *self)
{
  g_autoptr (GtkStringList) types = gtk_string_list_new ((const char *[]) { _("All Roles"), NULL });
  g_autoptr (GtkStringList) states = gtk_string_list_new ((const char *[]) { _("All States"), NULL });
  g_autoptr (GtkStringList) may = gtk_string_list_new ((const char *[]) { _("Everybody"), _(may_words[0]), _(may_words[1]), NULL });
  g_autoptr (GtkStringList) agencies = gtk_string_list_new ((const char *[]) { _("All Agencies"), NULL });

  for (guint i = 0; i < G_N_ELEMENTS (expiring_days); i++)
    {
      /* Translators: always 30, 60 or 90 */
      g_autofree char *text = g_strdup_printf (_("Expiring within %u days"), expiring_days[i]);

      gtk_string_list_append (may, text);
    }
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    gtk_string_list_append (types, muster_assister_type_get_label (1u << bit));
  for (guint state = MUSTER_STATE_APPLICANT; state < MUSTER_N_STATES; state++)
    gtk_string_list_append (states, muster_certification_state_get_label (state));
  gtk_drop_down_set_model (self->type_drop, G_LIST_MODEL (types));
  gtk_drop_down_set_model (self->state_drop, G_LIST_MODEL (states));
  gtk_drop_down_set_model (self->may_drop, G_LIST_MODEL (may));
  gtk_drop_down_set_model (self->agency_drop, G_LIST_MODEL (agencies));
  set_words (self->county_drop, _("All Counties"), NULL);
  set_words (self->language_drop, _("All Languages"), NULL);
}

static void
remove_filter_cb (GtkDropDown *drop)
{
  gtk_drop_down_set_selected (drop, 0);
}

static void
add_pill (MusterRosterFilters *self, GtkDropDown *drop)
{
  GtkStringObject *choice = gtk_drop_down_get_selected_item (drop);
  g_autofree char *label = NULL;
  GtkWidget *button, *content;

  if (gtk_drop_down_get_selected (drop) == 0 || choice == NULL)
    return;
  button = gtk_button_new ();
  content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (content), g_object_new (GTK_TYPE_LABEL, "label", gtk_string_object_get_string (choice), "ellipsize", PANGO_ELLIPSIZE_END, NULL));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "muster-pill");
  /* Translators: a button that takes a filter away: “Remove filter: Suspended” */
  label = g_strdup_printf (_("Remove filter: %s"), gtk_string_object_get_string (choice));
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_filter_cb), drop, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->pills, button);
}

static void
update_pills (MusterRosterFilters *self)
{
  GtkWidget *pill;
  gboolean any;

  while ((pill = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    adw_wrap_box_remove (self->pills, pill);
  add_pill (self, self->type_drop);
  add_pill (self, self->state_drop);
  add_pill (self, self->may_drop);
  add_pill (self, self->agency_drop);
  add_pill (self, self->county_drop);
  add_pill (self, self->language_drop);
  any = gtk_widget_get_first_child (GTK_WIDGET (self->pills)) != NULL;
  gtk_widget_set_visible (GTK_WIDGET (self->pills), any);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "filters.clear", any);
  if (any)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
search_changed_cb (MusterRosterFilters *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
choice_changed_cb (MusterRosterFilters *self)
{
  if (self->filling)
    return;
  update_pills (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop_search_cb (MusterRosterFilters *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
activate_cb (MusterRosterFilters *self)
{
  if (gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
leave_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_signal_emit (widget, signals[LEAVE], 0);
}

static void
clear_choices (MusterRosterFilters *self)
{
  gboolean filling = self->filling;

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->type_drop, 0);
  gtk_drop_down_set_selected (self->state_drop, 0);
  gtk_drop_down_set_selected (self->may_drop, 0);
  gtk_drop_down_set_selected (self->agency_drop, 0);
  gtk_drop_down_set_selected (self->county_drop, 0);
  gtk_drop_down_set_selected (self->language_drop, 0);
  self->filling = filling;
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  clear_choices (MUSTER_ROSTER_FILTERS (widget));
  choice_changed_cb (MUSTER_ROSTER_FILTERS (widget));
}

static void
muster_roster_filters_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_ROSTER_FILTERS);
  G_OBJECT_CLASS (muster_roster_filters_parent_class)->dispose (object);
}

static void
muster_roster_filters_finalize (GObject *object)
{
  g_array_unref (MUSTER_ROSTER_FILTERS (object)->agency_ids);
  G_OBJECT_CLASS (muster_roster_filters_parent_class)->finalize (object);
}

static void
muster_roster_filters_class_init (MusterRosterFiltersClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_roster_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_roster_filters_finalize;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_ROSTER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[LEAVE] = g_signal_new ("leave", MUSTER_TYPE_ROSTER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE] = g_signal_new ("activate", MUSTER_TYPE_ROSTER_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "filters.clear", NULL, clear_cb);
  gtk_widget_class_install_action (widget_class, "filters.leave", NULL, leave_cb);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-roster-filters.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, search);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, filter_button);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, sort_button);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, type_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, state_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, may_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, agency_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, county_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, language_drop);
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, pills);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
muster_roster_filters_init (MusterRosterFilters *self)
{
  self->agency_ids = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_array_set_size (self->agency_ids, 1);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_drops (self);
  update_pills (self);
  self->filling = FALSE;
}

void
muster_roster_filters_get (MusterRosterFilters *self, MusterRosterFilter *filter)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint type = gtk_drop_down_get_selected (self->type_drop);
  guint state = gtk_drop_down_get_selected (self->state_drop);
  guint may = gtk_drop_down_get_selected (self->may_drop);
  guint agency = gtk_drop_down_get_selected (self->agency_drop);

  g_return_if_fail (MUSTER_IS_ROSTER_FILTERS (self));
  filter->search = words[0] != '\0' ? words : NULL;
  filter->types = type > 0 ? 1u << (type - 1) : 0;
  filter->states = state > 0 ? 1u << (state - 1 + MUSTER_STATE_APPLICANT) : 0;
  filter->may_assist = may == 0 || may > 2 ? -1 : may == 1;
  filter->expiring = may > 2 && may - 3 < G_N_ELEMENTS (expiring_days) ? expiring_days[may - 3] : 0;
  filter->county = g_intern_string (get_word (self->county_drop));
  filter->language = g_intern_string (get_word (self->language_drop));
  filter->agency_id = agency < self->agency_ids->len ? g_array_index (self->agency_ids, gint64, agency) : 0;
}

gboolean
muster_roster_filters_is_active (MusterRosterFilters *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0' || gtk_widget_get_visible (GTK_WIDGET (self->pills));
}

void
muster_roster_filters_clear (MusterRosterFilters *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->filling = FALSE;
  clear_choices (self);
  choice_changed_cb (self);
}

void
muster_roster_filters_set_agencies (MusterRosterFilters *self, GPtrArray *agencies)
{
  MusterRosterFilter filter = { 0 };
  g_autoptr (GtkStringList) names = gtk_string_list_new ((const char *[]) { _("All Agencies"), NULL });
  guint selected = 0;

  muster_roster_filters_get (self, &filter);
  g_array_set_size (self->agency_ids, 1);
  for (guint i = 0; i < agencies->len; i++)
    {
      const MusterAgency *agency = agencies->pdata[i];

      gtk_string_list_append (names, agency->name);
      g_array_append_val (self->agency_ids, agency->id);
      if (agency->id == filter.agency_id)
        selected = i + 1;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->agency_drop, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->agency_drop, selected);
  self->filling = FALSE;
}

/* What was chosen, and nobody has any more, is chosen no more. */
void
muster_roster_filters_set_places (MusterRosterFilters *self, const char *const *counties, const char *const *languages)
{
  MusterRosterFilter before = { 0 }, after = { 0 };

  muster_roster_filters_get (self, &before);
  self->filling = TRUE;
  set_words (self->county_drop, _("All Counties"), counties);
  set_words (self->language_drop, _("All Languages"), languages);
  self->filling = FALSE;
  muster_roster_filters_get (self, &after);
  if (before.county != after.county || before.language != after.language)
    choice_changed_cb (self);
}

void
muster_roster_filters_focus (MusterRosterFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

void
muster_roster_filters_capture_keys (MusterRosterFilters *self, GtkWidget *widget)
{
  gtk_search_entry_set_key_capture_widget (self->search, widget);
}

void
muster_roster_filters_open_sort (MusterRosterFilters *self)
{
  gtk_menu_button_popup (self->sort_button);
}
