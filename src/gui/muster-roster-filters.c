/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-roster-filters.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-saved-list.h"
#include "gui/muster-drop-choices.h"

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

  GtkMenuButton *lists_button;

  /* What stands for what, by the places in the drop-downs. A list may ask for more than one of a kind: it is added as a choice of its own. */
  GArray *agency_ids; /* gint64 */
  GArray *types;      /* guint: flags */
  GArray *states;     /* guint: flags */
  GArray *answers;    /* Answer */
  gboolean filling;
};

/* @may_assist, @expiring: as in MusterRosterFilter */
typedef struct
{
  int may_assist;
  guint expiring;
} Answer;

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

static void
fill_answers (MusterRosterFilters *self)
{
  Answer answer = { -1, 0 };

  muster_drop_choices_begin (self->may_drop, _("Everybody"));
  g_array_append_val (self->answers, answer);
  for (guint i = 0; i < G_N_ELEMENTS (may_words); i++)
    {
      answer.may_assist = i == 0;
      muster_drop_choices_add (self->may_drop, self->answers, _(may_words[i]), &answer);
    }
  answer.may_assist = -1;
  for (guint i = 0; i < G_N_ELEMENTS (expiring_days); i++)
    {
      /* Translators: always 30, 60 or 90 */
      g_autofree char *text = g_strdup_printf (_("Expiring within %u days"), expiring_days[i]);

      answer.expiring = expiring_days[i];
      muster_drop_choices_add (self->may_drop, self->answers, text, &answer);
    }
}

static void
fill_drops (MusterRosterFilters *self)
{
  guint mask = 0;

  muster_drop_choices_begin (self->type_drop, _("All Roles"));
  muster_drop_choices_begin (self->state_drop, _("All States"));
  muster_drop_choices_begin (self->agency_drop, _("All Agencies"));
  g_array_append_val (self->types, mask);
  g_array_append_val (self->states, mask);
  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      mask = 1u << bit;
      muster_drop_choices_add (self->type_drop, self->types, muster_assister_type_get_label (mask), &mask);
    }
  for (guint state = MUSTER_STATE_APPLICANT; state < MUSTER_N_STATES; state++)
    {
      mask = 1u << state;
      muster_drop_choices_add (self->state_drop, self->states, muster_certification_state_get_label (state), &mask);
    }
  fill_answers (self);
  muster_drop_choices_set_words (self->county_drop, _("All Counties"), NULL);
  muster_drop_choices_set_words (self->language_drop, _("All Languages"), NULL);
}

/* What only a list asks for: in its words. */
static char *
dup_label (guint types, guint states, const Answer *answer)
{
  MusterSavedFilter filter = { .types = types, .states = states, .may_assist = answer != NULL ? answer->may_assist : -1, .expiring = answer != NULL ? answer->expiring : 0 };

  return muster_saved_filter_dup_label (&filter, NULL);
}

static void
choose_mask (GtkDropDown *drop, GArray *masks, guint mask, gboolean of_types)
{
  g_autofree char *label = dup_label (of_types ? mask : 0, of_types ? 0 : mask, NULL);

  if (muster_drop_choices_choose (drop, masks, &mask))
    return;
  muster_drop_choices_add (drop, masks, label, &mask);
  muster_drop_choices_choose (drop, masks, &mask);
}

static void
choose_answer (MusterRosterFilters *self, Answer answer)
{
  g_autofree char *label = dup_label (0, 0, &answer);

  if (muster_drop_choices_choose (self->may_drop, self->answers, &answer))
    return;
  muster_drop_choices_add (self->may_drop, self->answers, label, &answer);
  muster_drop_choices_choose (self->may_drop, self->answers, &answer);
}

static void
choose_agency (MusterRosterFilters *self, gint64 id)
{
  if (muster_drop_choices_choose (self->agency_drop, self->agency_ids, &id))
    return;
  muster_drop_choices_add (self->agency_drop, self->agency_ids, _("An agency that is not there any more"), &id);
  muster_drop_choices_choose (self->agency_drop, self->agency_ids, &id);
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
  MusterRosterFilters *self = MUSTER_ROSTER_FILTERS (object);

  g_array_unref (self->agency_ids);
  g_array_unref (self->types);
  g_array_unref (self->states);
  g_array_unref (self->answers);
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
  gtk_widget_class_bind_template_child (widget_class, MusterRosterFilters, lists_button);
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
  self->types = g_array_new (FALSE, FALSE, sizeof (guint));
  self->states = g_array_new (FALSE, FALSE, sizeof (guint));
  self->answers = g_array_new (FALSE, FALSE, sizeof (Answer));
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
  Answer answer = { -1, 0 };

  g_return_if_fail (MUSTER_IS_ROSTER_FILTERS (self));
  if (may < self->answers->len)
    answer = g_array_index (self->answers, Answer, may);
  filter->search = words[0] != '\0' ? words : NULL;
  filter->types = type < self->types->len ? g_array_index (self->types, guint, type) : 0;
  filter->states = state < self->states->len ? g_array_index (self->states, guint, state) : 0;
  filter->may_assist = answer.may_assist;
  filter->expiring = answer.expiring;
  filter->county = g_intern_string (muster_drop_choices_get_word (self->county_drop));
  filter->language = g_intern_string (muster_drop_choices_get_word (self->language_drop));
  filter->agency_id = agency < self->agency_ids->len ? g_array_index (self->agency_ids, gint64, agency) : 0;
}

void
muster_roster_filters_set (MusterRosterFilters *self, const MusterRosterFilter *filter)
{
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->search), filter->search != NULL ? filter->search : "");
  choose_mask (self->type_drop, self->types, filter->types, TRUE);
  choose_mask (self->state_drop, self->states, filter->states, FALSE);
  choose_answer (self, (Answer) { filter->may_assist, filter->expiring });
  choose_agency (self, filter->agency_id);
  muster_drop_choices_choose_word (self->county_drop, filter->county);
  muster_drop_choices_choose_word (self->language_drop, filter->language);
  self->filling = FALSE;
  choice_changed_cb (self);
}

const char *
muster_roster_filters_get_agency (MusterRosterFilters *self)
{
  return muster_drop_choices_get_word (self->agency_drop);
}

void
muster_roster_filters_set_lists (MusterRosterFilters *self, GMenuModel *menu)
{
  gtk_menu_button_set_menu_model (self->lists_button, menu);
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
  muster_drop_choices_set_words (self->county_drop, _("All Counties"), counties);
  muster_drop_choices_set_words (self->language_drop, _("All Languages"), languages);
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
