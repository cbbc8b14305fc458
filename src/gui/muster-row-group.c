/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-row-group.h"

#include "gui/muster-badge.h"

#define TEXT_CHARS 26 /* of a text with something beside it: with less room that goes below */

struct _MusterRowGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;
  char *empty_text;
  char *focus_title; /* of the row that had the focus when the rows were taken away; %NULL */
  GArray *focus_path; /* from that row down: which child each time */
  guint focus_index;
};

enum
{
  PROP_0,
  PROP_EMPTY_TEXT,
};

G_DEFINE_FINAL_TYPE (MusterRowGroup, muster_row_group, ADW_TYPE_PREFERENCES_GROUP)

static guint
find_child_index (GtkWidget *widget)
{
  guint index = 0;

  for (GtkWidget *before = gtk_widget_get_prev_sibling (widget); before != NULL; before = gtk_widget_get_prev_sibling (before))
    index++;
  return index;
}

static GtkWidget *
find_child (GtkWidget *widget, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && index-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
keep_focus (MusterRowGroup *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  g_clear_pointer (&self->focus_title, g_free);
  g_array_set_size (self->focus_path, 0);
  for (guint i = 0; focus != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      if (focus != row && !gtk_widget_is_ancestor (focus, row))
        continue;
      self->focus_title = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
      self->focus_index = i;
      for (GtkWidget *widget = focus; widget != row; widget = gtk_widget_get_parent (widget))
        {
          guint index = find_child_index (widget);

          g_array_prepend_val (self->focus_path, index);
        }
      return;
    }
}

static GtkWidget *
find_row_to_focus (MusterRowGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (self->rows->pdata[i]), self->focus_title) == 0)
      return self->rows->pdata[i];
  return self->rows->len > 0 ? self->rows->pdata[MIN (self->focus_index, self->rows->len - 1)] : NULL;
}

/* A store that changes makes the rows anew; who works by keyboard stays where they were. */
static void
give_focus_back (MusterRowGroup *self)
{
  GtkWidget *row = self->focus_title != NULL ? find_row_to_focus (self) : NULL;
  GtkWidget *target = row;

  g_clear_pointer (&self->focus_title, g_free);
  for (guint i = 0; target != NULL && i < self->focus_path->len; i++)
    target = find_child (target, g_array_index (self->focus_path, guint, i));
  if (row != NULL && (target == NULL || !gtk_widget_grab_focus (target)))
    gtk_widget_grab_focus (row);
}

static void
muster_row_group_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY_TEXT)
    g_value_set_string (value, MUSTER_ROW_GROUP (object)->empty_text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_row_group_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EMPTY_TEXT)
    g_set_str (&MUSTER_ROW_GROUP (object)->empty_text, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
muster_row_group_finalize (GObject *object)
{
  MusterRowGroup *self = MUSTER_ROW_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->focus_path);
  g_free (self->focus_title);
  g_free (self->empty_text);
  G_OBJECT_CLASS (muster_row_group_parent_class)->finalize (object);
}

static void
muster_row_group_class_init (MusterRowGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = muster_row_group_get_property;
  object_class->set_property = muster_row_group_set_property;
  object_class->finalize = muster_row_group_finalize;
  g_object_class_install_property (object_class, PROP_EMPTY_TEXT, g_param_spec_string ("empty-text", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
muster_row_group_init (MusterRowGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->focus_path = g_array_new (FALSE, FALSE, sizeof (guint));
}

GtkWidget *
muster_row_group_new (const char *title)
{
  return g_object_new (MUSTER_TYPE_ROW_GROUP, "title", title, NULL);
}

void
muster_row_group_begin (MusterRowGroup *self)
{
  keep_focus (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

void
muster_row_group_end (MusterRowGroup *self)
{
  if (self->rows->len == 0 && self->empty_text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (muster_row_group_add_text (self, self->empty_text, NULL)), "dim-label");
  give_focus_back (self);
}

guint
muster_row_group_get_n_rows (MusterRowGroup *self)
{
  return self->rows->len;
}

GtkWidget *
muster_row_group_get_row (MusterRowGroup *self, guint i)
{
  g_return_val_if_fail (i < self->rows->len, NULL);
  return self->rows->pdata[i];
}

void
muster_row_group_add (MusterRowGroup *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

AdwActionRow *
muster_row_group_add_text (MusterRowGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  muster_row_group_add (self, row);
  return ADW_ACTION_ROW (row);
}

/* What breaks within a word was no word: a digest, an address. A hyphen would be a sign of it. */
static void
let_break_without_hyphen (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
      gtk_label_set_attributes (GTK_LABEL (widget), attributes);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_break_without_hyphen (child);
}

AdwActionRow *
muster_row_group_add_value (MusterRowGroup *self, const char *name, const char *value)
{
  AdwActionRow *row;

  if (value == NULL)
    return NULL;
  row = muster_row_group_add_text (self, name, value);
  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  adw_action_row_set_subtitle_selectable (row, TRUE);
  let_break_without_hyphen (GTK_WIDGET (row));
  return row;
}

AdwActionRow *
muster_row_group_add_link (MusterRowGroup *self, const char *title, const char *subtitle, GtkWidget *badge, const char *action, gint64 id)
{
  AdwActionRow *row = muster_row_group_add_text (self, title, subtitle);
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_accessible_update_property (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  if (MUSTER_IS_BADGE (badge))
    muster_badge_end_row (ADW_PREFERENCES_ROW (row), badge);
  else if (badge != NULL)
    adw_action_row_add_suffix (row, badge);
  adw_action_row_add_suffix (row, arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

AdwActionRow *
muster_row_group_add_value_link (MusterRowGroup *self, const char *name, const char *value, const char *action, gint64 id)
{
  AdwActionRow *row = muster_row_group_add_link (self, name, value, NULL, action, id);

  gtk_widget_add_css_class (GTK_WIDGET (row), "property");
  return row;
}

static GtkWidget *
wrapping_label_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* As an action row looks, whose suffixes would take the room from the text. */
GtkBox *
muster_row_group_add_wrapping (MusterRowGroup *self, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *box = adw_wrap_box_new ();
  GtkWidget *beside = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_box_append (GTK_BOX (texts), wrapping_label_new (title, "title"));
  if (subtitle != NULL)
    gtk_box_append (GTK_BOX (texts), wrapping_label_new (subtitle, "subtitle"));
  gtk_widget_set_hexpand (texts, TRUE);
  adw_wrap_box_set_wrap_policy (ADW_WRAP_BOX (box), ADW_WRAP_MINIMUM);
  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (box), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (box), 6);
  gtk_widget_add_css_class (box, "muster-wrapping-row");
  adw_wrap_box_append (ADW_WRAP_BOX (box), texts);
  adw_wrap_box_append (ADW_WRAP_BOX (box), beside);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  muster_row_group_add (self, row);
  return GTK_BOX (beside);
}

void
muster_row_group_describe (AdwPreferencesGroup *group, const char *title, const char *description)
{
  g_autofree char *escaped_title = title != NULL ? g_markup_escape_text (title, -1) : NULL;
  g_autofree char *escaped_description = description != NULL ? g_markup_escape_text (description, -1) : NULL;

  if (title != NULL)
    adw_preferences_group_set_title (group, escaped_title);
  if (description != NULL)
    adw_preferences_group_set_description (group, escaped_description);
}

void
muster_row_add_button (AdwActionRow *row, const char *icon, const char *tip, const char *action, GVariant *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_action_row_add_suffix (row, button);
}

void
muster_row_mark (AdwActionRow *row, const char *icon, const char *css_class)
{
  GtkWidget *mark = g_object_get_data (G_OBJECT (row), "muster-mark");

  if ((mark != NULL) == (icon != NULL))
    return;
  if (mark != NULL)
    adw_action_row_remove (row, mark);
  else
    {
      mark = gtk_image_new_from_icon_name (icon);
      gtk_widget_add_css_class (mark, css_class);
      gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
      adw_action_row_add_prefix (row, mark);
    }
  g_object_set_data (G_OBJECT (row), "muster-mark", icon != NULL ? mark : NULL);
}
