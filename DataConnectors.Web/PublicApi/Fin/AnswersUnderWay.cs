using System.Collections.Concurrent;
using System.Text;
using DataConnectors.Core.Inbox;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>An answer as far as it is written.</summary>
/// <param name="QuestionId">The message that it answers.</param>
/// <param name="Text">What there is of it.</param>
internal sealed record AnswerSoFar(long QuestionId, string Text);

/// <summary>Keeps the answers that Fin is writing, whole, so that who begins to listen in the middle reads them from the start.</summary>
internal sealed class AnswersUnderWay(ConversationChanges changes) : IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<long, Draft> drafts = new();
    private IDisposable? subscription;

    /// <summary>What Fin has written of its answer in the conversation; null when nothing.</summary>
    public AnswerSoFar? Find(long conversationId) =>
        drafts.TryGetValue(conversationId, out var draft) ? draft.Read() : null;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        subscription = changes.Subscribe(conversationId: null, Note);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => subscription?.Dispose();

    private void Note(ConversationChange change)
    {
        switch (change)
        {
            case ConversationChange.AnswerPart part:
                drafts.GetOrAdd(part.ConversationId, static _ => new Draft()).Add(part);
                break;
            case ConversationChange.FinIsTyping typing:
                drafts.TryRemove(typing.ConversationId, out _);
                break;
        }
    }

    private sealed class Draft
    {
        private readonly StringBuilder text = new();
        private long questionId;

        public void Add(ConversationChange.AnswerPart part)
        {
            lock (text)
            {
                if (questionId != part.QuestionId)
                {
                    questionId = part.QuestionId;
                    text.Clear();
                }

                text.Append(part.Text);
            }
        }

        public AnswerSoFar Read()
        {
            lock (text)
            {
                return new AnswerSoFar(questionId, text.ToString());
            }
        }
    }
}
