using System.ComponentModel;
using DataConnectors.Core.Agent;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.Kernel;
using DataConnectors.Core.People;
using DataConnectors.Core.Workspace;
using DataConnectors.Web.PublicApi.Access;
using DataConnectors.Web.PublicApi.Errors;
using DataConnectors.Web.PublicApi.Fin;
using DataConnectors.Web.PublicApi.Requests;

namespace DataConnectors.Web.PublicApi.Conversations;

/// <summary>Adds a message to a conversation: one that is written now, or history.</summary>
internal static class ReplyToConversation
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();

    public static async Task<IResult> HandleAsync(
        [Description("The unique identifier of the conversation.")] string id,
        HttpContext context,
        ConversationQueries conversations,
        PeopleQueries people,
        WorkspaceQueries workspace,
        ReplyWriter writer,
        ConversationDetails details,
        TimeProvider clock
    )
    {
        if (
            !(await RequestBody.ReadAsync<ReplyToConversationRequest>(context, Nothing)).TryGet(
                out var sent,
                out var refusal
            )
        )
        {
            return refusal.ToResult();
        }

        var faults = new SettingFaults();
        var heldAt = HistoryRule.HeldAt(sent.Value.CreatedAt, sent.Value.SkipFin, clock, faults);
        var text = FinRequestFaults.Text(sent.Value.Body, "body", faults);
        Check(sent.Value, faults);
        if (faults.Errors.Count > 0)
        {
            return RequestRefusal.Invalid(faults.Errors).ToResult();
        }

        var conversation = await conversations.FindHeadAsync(
            WireId.Read(id),
            context.RequestAborted
        );
        if (conversation is null)
        {
            return NotFound.Conversation();
        }

        Outcome<Done, Fault> written;
        if (sent.Value.Type == ReplyAuthor.Admin)
        {
            var teammateId = sent.Value.AdminId is { } adminId
                ? WireId.Read(adminId)
                : context.Grant().Actor.TeammateId;
            if (
                await workspace.FindTeammateAsync(teammateId, context.RequestAborted)
                is not { } teammate
            )
            {
                return ApiErrors.Of(
                    StatusCodes.Status404NotFound,
                    ErrorCodes.NotFound,
                    "Admin Not Found",
                    "admin_id"
                );
            }

            written = await writer.WriteAsTeammateAsync(
                conversation.Id,
                new Actor(teammate.Id, teammate.Name, teammate.CanAccessDeveloperHub),
                text,
                sent.Value.MessageType == ReplyMessageType.Note,
                heldAt
            );
        }
        else
        {
            var person = await people.FindAsync(conversation.PersonId, context.RequestAborted);
            if (person is null || !IsMeant(person, sent.Value))
            {
                return NotFound.Contact();
            }

            written = await writer.WriteAsPersonAsync(conversation.Id, person, text, heldAt);
        }

        return written.TryGet(out _, out var fault)
            ? ApiJson.Result((await details.FindAsync(conversation.Id, CancellationToken.None))!)
            : ApiErrors.Of(fault);
    }

    private static bool IsMeant(PersonSnapshot person, ReplyToConversationRequest sent) =>
        (sent.IntercomUserId is null || WireId.Read(sent.IntercomUserId) == person.Id)
        && (sent.UserId is null || sent.UserId == person.ExternalId);

    private static void Check(ReplyToConversationRequest sent, SettingFaults faults)
    {
        if (sent.MessageType is null)
        {
            faults.AddMissing("message_type is required");
        }

        if (sent.Type is null)
        {
            faults.AddMissing("type is required");
        }

        if (sent is { Type: ReplyAuthor.User, MessageType: ReplyMessageType.Note })
        {
            faults.Add("message_type", "Only an admin writes a note.");
        }

        if (sent is { Type: ReplyAuthor.User, AdminId: not null })
        {
            faults.Add("admin_id", "A message of the contact has no admin.");
        }
    }
}
