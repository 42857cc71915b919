using System.Globalization;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Fin;

/// <summary>Reads what is sent to Fin, and names everything that cannot be.</summary>
internal static class FinRequestFaults
{
    private const int LongestId = 255;
    private const int MostMessages = 10;
    private const int MostAttributes = 10;

    /// <summary>The id of a conversation that a program chooses.</summary>
    public static string ConversationId(string? id, SettingFaults faults)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            faults.AddMissing("conversation_id is required");
        }
        else if (id.Length > LongestId)
        {
            faults.Add("conversation_id", $"conversation_id has at most {LongestId} characters.");
        }

        return id ?? "";
    }

    /// <summary>What the person wrote.</summary>
    public static string Question(FinMessageRequest? message, SettingFaults faults)
    {
        if (message is null)
        {
            faults.AddMissing("message is required");
            return "";
        }

        if (message.Author is null)
        {
            faults.AddMissing("message.author is required");
        }
        else if (message.Author != FinAuthor.User)
        {
            faults.Add("message.author", "Fin answers messages of the author \"user\".");
        }

        Timestamp(message, "message", faults);
        return Text(message.Body, "message.body", faults);
    }

    /// <summary>A text of a length that Fin reads.</summary>
    public static string Text(string? text, string field, SettingFaults faults)
    {
        var trimmed = text?.Trim() ?? "";
        if (text is null)
        {
            faults.AddMissing($"{field} is required");
        }
        else if (trimmed.Length is 0 or > FinConversations.LongestMessage)
        {
            faults.Add(
                field,
                $"{field} has 1 to {FinConversations.LongestMessage.ToString(CultureInfo.InvariantCulture)} characters."
            );
        }

        return trimmed;
    }

    /// <summary>What was said before.</summary>
    public static IReadOnlyList<EarlierMessage> History(
        FinConversationMetadata? metadata,
        SettingFaults faults
    )
    {
        if (metadata?.Attributes?.Count > MostAttributes)
        {
            faults.Add(
                "conversation_metadata.attributes",
                $"Cannot update more than {MostAttributes} attributes at once."
            );
        }

        var history = metadata?.History ?? [];
        if (history.Count > MostMessages)
        {
            faults.Add(
                "conversation_metadata.history",
                $"Conversation history cannot contain more than {MostMessages} items"
            );
            return [];
        }

        return
        [
            .. history.Select(
                (said, index) =>
                {
                    var place = $"conversation_metadata.history[{index}]";
                    if (said.Author is null)
                    {
                        faults.AddMissing($"{place}.author is required");
                    }

                    return new EarlierMessage(
                        said.Author switch
                        {
                            FinAuthor.Agent => MessageAuthor.Teammate,
                            FinAuthor.Fin => MessageAuthor.Fin,
                            _ => MessageAuthor.Person,
                        },
                        Text(said.Body, $"{place}.body", faults),
                        Timestamp(said, place, faults)
                    );
                }
            ),
        ];
    }

    /// <summary>Who writes.</summary>
    public static PersonDetails User(FinUserRequest? user, SettingFaults faults)
    {
        if (user?.Id is { } id && string.IsNullOrWhiteSpace(id))
        {
            faults.Add("user.id", "user.id is not empty; leave it out for a visitor.");
        }

        if (user?.Attributes?.Count > MostAttributes)
        {
            faults.Add(
                "user.attributes",
                $"Cannot update more than {MostAttributes} attributes at once."
            );
        }

        var details = new PersonDetails
        {
            ExternalId = user?.Id,
            Name = user?.Name,
            Email = user?.Email,
        };
        return user?.Attributes is { } attributes
            ? details with
            {
                Attributes = attributes,
            }
            : details;
    }

    private static DateTimeOffset? Timestamp(
        FinMessageRequest message,
        string place,
        SettingFaults faults
    )
    {
        if (message.Timestamp is null)
        {
            return null;
        }

        if (
            DateTimeOffset.TryParse(
                message.Timestamp,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var at
            )
        )
        {
            return at;
        }

        faults.Add(
            $"{place}.timestamp",
            $"{place}.timestamp must be ISO 8601, such as 2026-01-24T10:01:20.000Z."
        );
        return null;
    }
}
