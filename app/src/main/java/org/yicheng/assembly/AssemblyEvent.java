package org.yicheng.assembly;

/** What the kernel tells the services, after the change, in its transaction. */
public sealed interface AssemblyEvent {

    record SittingOpened(Sitting sitting) implements AssemblyEvent {}

    record SittingClosed(Sitting sitting) implements AssemblyEvent {}

    record SittingPostponed(Sitting sitting) implements AssemblyEvent {}

    record QuestionPut(Question question) implements AssemblyEvent {}

    /** The result was declared (or superseded): {@code question.subject()} tells the service what it means. */
    record QuestionDecided(Question question, Outcome outcome) implements AssemblyEvent {}

    /** An election took a step; the election is as it stands after it. */
    record ElectionMoved(Election election, ElectionStep step) implements AssemblyEvent {}

    /** An appraisal was declared: its subject and those of its items tell the service what it means. */
    record AppraisalDeclared(Appraisals.Appraisal appraisal) implements AssemblyEvent {}

    /**
     * The vote on {@code first} is void and the same question is put again: whoever keeps something by a question's id
     * keeps it for {@code again} too, in the event's transaction.
     */
    record QuestionPutAgain(Question first, Question again) implements AssemblyEvent {}
}
