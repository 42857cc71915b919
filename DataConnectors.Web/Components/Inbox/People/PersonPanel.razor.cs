using System.Text.Json;
using DataConnectors.Core.Connectors;
using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.Inbox;
using DataConnectors.Core.People;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;

namespace DataConnectors.Web.Components.Inbox.People;

/// <summary>The person of a conversation; read again whenever the conversation changed, because a run may have changed them.</summary>
public sealed partial class PersonPanel(
    PeopleQueries people,
    ObjectSchemas schemas,
    CustomObjectQueries customObjects,
    ConversationQueries conversations,
    ILogger<PersonPanel> logger
) : IDisposable
{
    private const int MostObjects = 5;
    private const int MostOthers = 5;

    private readonly PageReading reading = new(logger);
    private Conversation? shown;
    private PersonListing? listing;
    private IReadOnlyList<ObjectAttribute> personAttributes = [];
    private IReadOnlyList<ObjectAttribute> conversationAttributes = [];
    private IReadOnlyDictionary<string, JsonElement> conversationValues = new Dictionary<
        string,
        JsonElement
    >(StringComparer.Ordinal);
    private IReadOnlyList<PersonObjects> objects = [];
    private IReadOnlyList<Conversation> others = [];
    private bool isLoaded;

    /// <summary>The conversation as it is now.</summary>
    [Parameter, EditorRequired]
    public Conversation Conversation { get; set; } = null!;

    /// <summary>Where another conversation is shown.</summary>
    [Parameter, EditorRequired]
    public Func<long, string> HrefOf { get; set; } = null!;

    private List<ObjectAttribute> PersonValues =>
        [
            .. personAttributes.Where(attribute =>
                listing!.Person.Attributes.ContainsKey(attribute.Name)
            ),
        ];

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() =>
        ReferenceEquals(shown, Conversation) ? Task.CompletedTask : LoadAsync();

    private Task LoadAsync() =>
        reading.RunAsync(
            $"The person of conversation {Conversation.Id}",
            async () =>
            {
                var conversation = shown = Conversation;
                var schema = await schemas.ReadAsync(reading.Leaving);
                var found = await people.FindListingAsync(conversation.PersonId, reading.Leaving);
                var theirs = await customObjects.ListForPersonAsync(
                    conversation.PersonId,
                    reading.Leaving
                );
                var all = await conversations.ListForPersonAsync(
                    conversation.PersonId,
                    reading.Leaving
                );
                if (shown != conversation)
                {
                    return;
                }

                personAttributes = AttributesOf(schema, ObjectMapping.Person);
                conversationAttributes = AttributesOf(schema, ObjectMapping.Conversation);
                conversationValues = conversation.ToSnapshot().Attributes;
                listing = found;
                objects = theirs;
                others = [.. all.Where(other => other.Id != conversation.Id)];
                isLoaded = true;
            }
        );

    private static IReadOnlyList<ObjectAttribute> AttributesOf(ObjectSchema schema, string type) =>
        [.. schema.Find(type)!.Attributes.Where(attribute => !attribute.IsIdentity)];
}
