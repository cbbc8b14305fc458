/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-answer-change-item.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"

struct _MusterAnswerChangeItem
{
  GObject parent_instance;

  gint64 person;
  MusterAnswerChange change;
  char *name;
  char *text;
};

G_DEFINE_FINAL_TYPE (MusterAnswerChangeItem, muster_answer_change_item, G_TYPE_OBJECT)

/* “May assist, through Oct 15, 2026.”, “May not assist. Missing: …” */
static char *
dup_answer (MusterRulePack *pack, const MusterStandingFacts *facts)
{
  MusterStanding standing = muster_standing_judge (facts);
  g_autofree char *reasons = muster_standing_dup_reasons (pack, facts);
  g_autofree char *day = NULL;
  GDate through;

  if (!standing.may_assist)
    return g_strdup_printf ("%s %s", _("May not assist."), reasons != NULL ? reasons : "");
  muster_day_to_date (facts->through, &through);
  if (!g_date_valid (&through))
    return g_strdup (_("May assist."));
  day = muster_gui_text_dup_date (&through);
  /* Translators: a day */
  return g_strdup_printf (_("May assist, through %s."), day);
}

static void
muster_answer_change_item_finalize (GObject *object)
{
  MusterAnswerChangeItem *self = MUSTER_ANSWER_CHANGE_ITEM (object);

  g_free (self->name);
  g_free (self->text);
  G_OBJECT_CLASS (muster_answer_change_item_parent_class)->finalize (object);
}

static void
muster_answer_change_item_class_init (MusterAnswerChangeItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_answer_change_item_finalize;
}

static void
muster_answer_change_item_init (MusterAnswerChangeItem *self)
{
}

MusterAnswerChangeItem *
muster_answer_change_item_new (const MusterAdoptionPreview *preview, const MusterAdoptionChange *change, const char *name)
{
  MusterAnswerChangeItem *self = g_object_new (MUSTER_TYPE_ANSWER_CHANGE_ITEM, NULL);
  g_autofree char *before = dup_answer (preview->pack_before, &change->before), *after = dup_answer (preview->pack_after, &change->after);

  self->person = change->assister_id;
  self->change = change->change;
  self->name = g_strdup (name);
  /* Translators: the answer as it is, and as it would be, a line each */
  self->text = g_strdup_printf (_("Before: %s\nAfter: %s"), before, after);
  return self;
}

gint64
muster_answer_change_item_get_person (MusterAnswerChangeItem *self)
{
  return self->person;
}

const char *
muster_answer_change_item_get_name (MusterAnswerChangeItem *self)
{
  return self->name;
}

MusterAnswerChange
muster_answer_change_item_get_change (MusterAnswerChangeItem *self)
{
  return self->change;
}

const char *
muster_answer_change_item_get_text (MusterAnswerChangeItem *self)
{
  return self->text;
}
