namespace DataConnectors.Core.Agent.Dialogue;

/// <summary>What Fin says that depends on nothing.</summary>
internal static class Replies
{
    /// <summary>No connector fits.</summary>
    public const string DoNotKnow =
        "I'm sorry, I do not know the answer to that. Could you ask it in another way, or shall our team take a look?";

    /// <summary>The person withdrew.</summary>
    public const string Dropped =
        "No problem, I have stopped. Is there anything else I can help with?";

    /// <summary>The person said no to a write.</summary>
    public const string NotDone =
        "All right, I have not done anything. Is there anything else I can help with?";

    /// <summary>A value was asked for too often.</summary>
    public const string GaveUp =
        "I'm sorry, I cannot go on without that. Shall I pass it to our team? (yes or no)";

    /// <summary>The connector went away in the middle.</summary>
    public const string NoLongerPossible =
        "I'm sorry, I can no longer help with that. Is there anything else I can do?";

    /// <summary>The person wants a human.</summary>
    public const string HandedOver =
        "I am passing this to our team. Somebody will answer you here as soon as possible.";

    /// <summary>The person said that it helped.</summary>
    public const string Resolved = "Glad I could help! Write to me again any time.";

    /// <summary>The person said that it did not help.</summary>
    public const string OfferTeam =
        "I'm sorry that this did not help. Shall I pass it to our team? (yes or no)";

    /// <summary>The person does not want the team.</summary>
    public const string NoTeam = "All right. Is there anything else I can help with?";

    /// <summary>In this channel Fin may not answer.</summary>
    public const string AiAnswersOff =
        "Thank you for your message. I am passing it to our team, and somebody will answer you here as soon as possible.";

    /// <summary>Something unexpected went wrong.</summary>
    public const string Broken =
        "I'm sorry, something went wrong on our side. Please try again, or ask our team for help.";

    /// <summary>A consent was neither yes nor no.</summary>
    public const string YesOrNo = "Please answer yes or no.";

    /// <summary>Nothing was written.</summary>
    public const string Empty = "Please write a question and I will look for the answer.";
}
