using DataConnectors.Core.Connectors;
using DataConnectors.Core.Credentials;
using DataConnectors.Core.Execution;
using DataConnectors.Core.Kernel;
using DataConnectors.Web.Components.Connectors.Builder.Data;
using DataConnectors.Web.Components.Connectors.Builder.Data.Code;
using DataConnectors.Web.Components.Connectors.Builder.Fin;
using DataConnectors.Web.Components.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace DataConnectors.Web.Components.Connectors.Builder;

/// <summary>The builder: loads a draft, holds its edit buffer, and leads from problems to fields and from draft to live.</summary>
public sealed partial class BuilderPage
{
    private static readonly BreadcrumbItem[] Breadcrumbs =
    [
        new("Data connectors", "/settings/integrations/data-connectors"),
    ];

    private Actor actor = new(0, "", CanAccessDeveloperHub: false);
    private DraftEditor? editor;
    private DraftSession? session;
    private CodeWatch? codeWatch;
    private CodeTools? codeTools;
    private RenderThrottle? throttle;
    private ConnectorRuleContext ruleContext = ConnectorRuleContext.Empty;
    private IJSObjectReference? module;
    private UnsentEdits? unsentEdits;
    private KeptAudience keptAudience = new();
    private MudButton? publishButton;
    private BuilderTab tab;
    private long? loadedId;
    private int? liveVersion;
    private int? publishedVersion;
    private bool hasUnpublishedChanges;
    private bool isMissing;
    private bool isPublishing;
    private bool isPreviewOpen;
    private bool showsAllProblems;
    private bool returnsFocus;
    private string? publishFault;
    private string? notice;
    private string? pendingFocus;
    private FieldJump? fieldJump;

    /// <summary>The connector.</summary>
    [Parameter]
    public long ConnectorId { get; set; }

    /// <summary>The tab, as the URL has it.</summary>
    [SupplyParameterFromQuery(Name = "tab")]
    private string? TabSlug { get; set; }

    private bool IsLive => liveVersion is not null;

    private string Heading =>
        editor is { Definition.Name.Length: > 0 } ? editor.Definition.Name : "New data connector";

    private IReadOnlyList<TabStripItem> Tabs =>
        [
            .. BuilderTabs.All.Select(each => new TabStripItem(
                each.Slug(),
                each.Title(),
                editor!.Problems.Count(each)
            )),
        ];

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        throttle?.Dispose();
        codeWatch?.Dispose();
        session?.Dispose();
        if (editor is not null)
        {
            await editor.DisposeAsync();
        }

        if (unsentEdits is not null)
        {
            await unsentEdits.DisposeAsync();
        }

        await module.LetGoAsync();
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        tab = BuilderTabs.FromSlug(TabSlug);
        if (loadedId != ConnectorId)
        {
            loadedId = ConnectorId;
            await LoadAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (editor is not null && unsentEdits is null)
        {
            unsentEdits = new UnsentEdits(Script, () => editor.FlushAsync());
            await unsentEdits.AttachAsync();
        }

        if (returnsFocus && publishButton is not null)
        {
            returnsFocus = false;
            await publishButton.FocusAsync();
        }

        if (pendingFocus is null || editor is null)
        {
            return;
        }

        var path = pendingFocus;
        pendingFocus = null;
        try
        {
            module ??= await Script.InvokeAsync<IJSObjectReference?>("import", "./js/builder.js");
            await module.CallAsync("focusField", path);
        }
        catch (JSException)
        {
            // The field is on screen; only the caret is not in it.
        }
    }

    private async Task LoadAsync()
    {
        session?.Dispose();
        codeWatch?.Dispose();
        if (editor is not null)
        {
            await editor.DisposeAsync();
        }

        actor = await CurrentActor.GetAsync();
        throttle ??= new RenderThrottle(Refresh, Services.Clock);

        // Joined before the draft is read: what others store from here on is told.
        session = Services.Sessions.Join(ConnectorId, actor);
        session.OthersChanged += (_, _) => Refresh();
        session.StoredElsewhere += (_, _) => _ = InvokeAsync(TakeOthersWorkAsync);
        var draft = await Services.Connectors.FindDraftAsync(ConnectorId, CancellationToken.None);
        if (draft is null)
        {
            isMissing = true;
            session.Dispose();
            return;
        }

        ruleContext = await Services.RuleContexts.ReadAsync(CancellationToken.None);
        keptAudience = new();
        TakeState(draft);
        editor = new DraftEditor(
            draft,
            Services.Rules,
            ruleContext,
            new StoredDraft(
                Services.SaveDraft,
                Services.Connectors,
                CurrentActor.GetAsync,
                ConnectorId
            ),
            Services.Clock
        );
        editor.Changed += (_, _) => throttle.Request();
        editor.Stored += OnStored;
        codeTools = CodeServices.For(ConnectorId);
        codeWatch = new CodeWatch(editor, Services.CodeChecker, Services.Clock);
        await TakeOthersWorkAsync();
    }

    private Task<Outcome<ShapedResponse, StageFailure>> ShapeAsync(
        ConnectorDefinition definition,
        ExampleResponse example,
        CancellationToken cancellationToken
    ) => Services.ShapeExample.RunAsync(ConnectorId, definition, example, cancellationToken);

    private void Refresh() => _ = InvokeAsync(StateHasChanged);

    private void OnStored(object? sender, EventArgs e)
    {
        hasUnpublishedChanges = true;
        session?.AnnounceStored();
    }

    private async Task TakeOthersWorkAsync()
    {
        if (editor is not null && await editor.RefreshAsync() is { } theirs)
        {
            TakeState(theirs);
            notice = $"{theirs.SavedBy} changed this draft; you see it as it is now.";
            StateHasChanged();
        }
    }

    private void TakeState(ConnectorDraft draft)
    {
        liveVersion = draft.State == ConnectorState.Live ? draft.LiveVersionNumber : null;
        hasUnpublishedChanges = draft.HasUnpublishedChanges;
    }

    private void GoToTab(string slug)
    {
        // A tab that is opened by hand does not lead to the field of the last problem again.
        fieldJump = null;
        Navigation.NavigateTo(BuilderTabs.Url(ConnectorId, BuilderTabs.FromSlug(slug)));
    }

    private Task JumpAsync(string path)
    {
        pendingFocus = path;
        var target = BuilderTabs.ForPath(path);
        if (target != tab)
        {
            GoToTab(target.Slug());
        }

        fieldJump = new FieldJump(path);

        return Task.CompletedTask;
    }

    private async Task AskToPublishAsync()
    {
        publishFault = null;
        await editor!.FlushAsync();
        showsAllProblems = true;
        var blocking = editor.Problems.FirstOrDefault(problem =>
            problem.Severity == ProblemSeverity.Error
        );
        if (blocking is not null)
        {
            await JumpAsync(blocking.Path);
            return;
        }

        isPublishing = true;
    }

    private async Task PublishAsync(string note)
    {
        if (!await editor!.FlushAsync())
        {
            publishFault =
                "The draft is not stored yet. Close this, mend what the page reports, and try again.";
            return;
        }

        var outcome = await Services.PublishDraft.RunAsync(
            await CurrentActor.GetAsync(),
            ConnectorId,
            editor.Revision,
            note,
            CancellationToken.None
        );
        if (outcome.TryGet(out var live, out var fault))
        {
            liveVersion = publishedVersion = live.Number;
            hasUnpublishedChanges = false;
            showsAllProblems = false;
            isPublishing = false;
        }
        else
        {
            publishFault = fault.Message;
        }

        StateHasChanged();
    }

    private Task CloseDialogAsync(bool isVisible)
    {
        isPublishing = isVisible;
        returnsFocus = !isVisible;
        StateHasChanged();
        return Task.CompletedTask;
    }

    private async Task<Outcome<TokenSummary, Fault>> CreateTokenAsync(NewToken token)
    {
        var outcome = await Services.CreateToken.RunAsync(
            await CurrentActor.GetAsync(),
            token,
            CancellationToken.None
        );
        if (outcome.IsSuccess)
        {
            ruleContext = await Services.RuleContexts.ReadAsync(CancellationToken.None);
            editor!.UseRules(ruleContext);
        }

        return outcome;
    }
}
