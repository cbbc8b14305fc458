/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "domain/muster-certification.h"

/* What the help says: texts in the order in which they are read, marked N_(). */

typedef enum
{
  MUSTER_HELP_END,
  MUSTER_HELP_HEADING,
  MUSTER_HELP_TEXT,
  MUSTER_HELP_STEP,  /* numbered from the last one that is no step */
  MUSTER_HELP_TERM,  /* @title is what @text explains */
  MUSTER_HELP_STATE, /* @state is what @text explains */
  MUSTER_HELP_KEYS,  /* all shortcuts there are */
} MusterHelpKind;

typedef struct
{
  MusterHelpKind kind;
  const char *title;
  const char *text;
  MusterCertificationState state;
} MusterHelpBlock;

/** MusterHelpTopic: one page of the help; @blocks end with MUSTER_HELP_END. */
typedef struct
{
  const char *id;
  const char *title;
  const char *summary;
  const char *icon_name;
  const MusterHelpBlock *blocks;
} MusterHelpTopic;

/** Returns: (transfer none): the topics in their order, ended by one whose id is %NULL. */
const MusterHelpTopic *muster_help_get_topics (void);
/** Returns: (transfer none) (nullable): what @block begins with, translated: its title, or the word for its state. */
const char *muster_help_block_get_title (const MusterHelpBlock *block);
/** Whether each word of @folded (muster_text_fold()) stands somewhere in @topic. */
gboolean muster_help_topic_matches (const MusterHelpTopic *topic, const char *folded);
