from __future__ import annotations

import math

import pytest
import torch
from scarp.models.instance_targets import targets_of
from scarp.models.instance_validation import whole_masks
from scarp.models.mask_rcnn import LOSSES, ImprovedMaskRCNN
from scarp.models.pyramid import LEVELS, STRIDES
from torchvision.ops import roi_align

pytestmark = pytest.mark.usefixtures("one_cpu_thread")
SIDE = 64


def network(seed=0, **settings):
    torch.manual_seed(seed)
    return ImprovedMaskRCNN(**{"channels": 8, "backbone": "resnet50", "proposals": 30, "sampled": 32, **settings})


def two_squares(classes=(1, 1)):
    """An image in which what is bright is landslide, and its mask."""
    mask = torch.zeros(SIDE, SIDE, dtype=torch.uint8)
    mask[8:28, 6:26], mask[36:54, 34:58] = classes
    torch.manual_seed(0)
    return 0.3 * torch.randn(1, 3, SIDE, SIDE) + 2 * (mask > 0) - 0.5, mask


def losses_of(of, mask, seed=0, images=None):
    torch.manual_seed(seed)
    return of(two_squares()[0] if images is None else images, [targets_of(mask.numpy())])


@pytest.fixture(scope="module")
def small():
    """Shared by tests that change nothing of it."""
    return network()


def test_two_squares_are_learnt_and_found():
    torch.manual_seed(0)
    of = ImprovedMaskRCNN(channels=16, backbone="resnet50", proposals=30, sampled=32)
    of = of.to(memory_format=torch.channels_last)
    image, mask = two_squares()
    images = image.expand(2, -1, -1, -1).contiguous(memory_format=torch.channels_last)
    targets = targets_of(mask.numpy())
    optimizer, steps = torch.optim.AdamW(of.parameters(), weight_decay=0.0), 60
    for step in range(steps):
        of.train()
        for group in optimizer.param_groups:
            group["lr"] = 2e-3 * min(1.0, (step + 1) / 5, (steps - step) / (0.4 * steps))
        optimizer.zero_grad()
        sum(of(images, [targets] * 2).values()).backward()
        torch.nn.utils.clip_grad_norm_(of.parameters(), 1.0)
        optimizer.step()
    of.eval()
    with torch.no_grad():
        found = of.detect(image)[0]
    sure, true = found["scores"] > 0.5, targets["masks"] > 0
    masks = whole_masks(found, (SIDE, SIDE))[sure] >= 0.5
    overlaps = (masks[:, None] & true).sum((2, 3)) / (masks[:, None] | true).sum((2, 3))
    assert len(masks) == 2
    assert overlaps.amax(0).min() > 0.7
    assert overlaps.argmax(0).sort()[0].tolist() == [0, 1]  # each by one of its own
    assert found["labels"][sure].tolist() == [1, 1]
    assert found["scores"].tolist() == sorted(found["scores"].tolist(), reverse=True)


@pytest.mark.parametrize(("edge", "parts"), [(True, set(LOSSES)), (False, set(LOSSES) - {"edge"})])
def test_the_edge_loss_is_on_or_off(edge, parts):
    losses = losses_of(network(edge=edge), two_squares()[1])
    assert set(losses) == parts
    assert all(loss.shape == () and math.isfinite(loss.item()) and loss > 0 for loss in losses.values())
    if edge:
        without = losses_of(network(edge=False), two_squares()[1])
        assert all(losses[name].item() == without[name].item() for name in without)


def test_the_edge_loss_reaches_the_mask_branch_and_what_feeds_it(small):
    small.zero_grad()
    losses_of(small, two_squares()[1])["edge"].backward()
    reached = {name for name, p in small.named_parameters() if p.grad is not None and p.grad.any()}
    branch = {name for name, _ in small.named_parameters() if name.startswith("roi_heads.mask_")}
    assert branch <= reached
    rest = reached - branch
    assert {name.split(".")[0] for name in rest} == {"encoder", "pyramid"}
    assert any(name.startswith(("pyramid.bottom_up.", "pyramid.fpn.")) for name in rest)
    assert not any(name.startswith(("rpn.", "roi_heads.box_")) for name in reached)
    small.zero_grad()


def test_the_bottom_up_path_is_on_or_off():
    with_path, without = ({name.split(".")[1] for name, _ in network(improved_pyramid=on).named_parameters()
                           if name.startswith("pyramid.")} for on in (True, False))  # fmt: skip
    assert with_path == {"fpn", "bottom_up"}
    assert without == {"fpn"}


def test_proposals_and_heads_read_n2_to_n6(small):
    """Not P2 to P6: what each is given is what the bottom-up path made."""
    seen, made = {}, {}

    def keep(name, part):
        return lambda _module, given, *_: seen.__setitem__(name, part(given))

    heads = small.roi_heads
    hooks = [
        small.pyramid.bottom_up.register_forward_hook(lambda _m, _g, result: made.update(result)),
        small.rpn.head.register_forward_pre_hook(keep("rpn", lambda given: given[0])),
        heads.box_roi_pool.register_forward_pre_hook(keep("boxes", lambda given: list(given[0].values()))),
        heads.mask_roi_pool.register_forward_pre_hook(keep("masks", lambda given: list(given[0].values()))),
    ]
    losses_of(small, two_squares()[1])
    assert list(made) == list(LEVELS)
    for levels in seen.values():
        assert len(levels) == 5
        assert all(torch.equal(one, other) for one, other in zip(levels, made.values()))
    assert set(seen) == {"rpn", "boxes", "masks"}
    assert list(heads.box_roi_pool.featmap_names) == list(heads.mask_roi_pool.featmap_names) == list(LEVELS)
    for hook in hooks:
        hook.remove()


def test_a_region_is_read_at_the_level_of_its_size_whatever_image_came_before():
    of = network().eval()
    with torch.no_grad():
        of.detect(torch.zeros(1, 3, 32, 32))  # whose coarsest two levels are of one pixel
    features = {level: torch.randn(1, 2, 1024 // stride, 1024 // stride) for level, stride in zip(LEVELS, STRIDES)}
    for side, level in ((60, "2"), (120, "3"), (240, "4"), (460, "5"), (920, "6")):
        box = torch.tensor([[80.0, 70.0, 80.0 + side, 70.0 + side]])
        for pool, cells in ((of.roi_heads.box_roi_pool, 7), (of.roi_heads.mask_roi_pool, 14)):
            expected = roi_align(features[level], [box], cells, 1 / STRIDES[LEVELS.index(level)], 2)
            assert torch.equal(pool(features, [box], [(1024, 1024)]), expected)


@pytest.mark.parametrize("size", [(64, 96), (97, 131)])
def test_instances_of_images_of_any_size(small, size):
    small.eval()
    with torch.no_grad():
        first, second = small.detect(torch.randn(2, 3, *size))
    for found in (first, second):
        count = len(found["scores"])
        assert 0 < count <= 100
        assert {name: tuple(value.shape) for name, value in found.items()} == {
            "boxes": (count, 4), "scores": (count,), "labels": (count,), "masks": (count, 28, 28)}  # fmt: skip
        assert found["boxes"].min() >= 0
        assert (found["boxes"].amax(0) <= torch.tensor([size[1], size[0]] * 2)).all()
        assert (found["boxes"][:, 2:] > found["boxes"][:, :2]).all()
        assert 0 <= found["masks"].min() <= found["masks"].max() <= 1


def test_nothing_to_be_found(small):
    small.eval()
    threshold, small.roi_heads.score_thresh = small.roi_heads.score_thresh, 1.1
    with torch.no_grad():
        found = small.detect(torch.zeros(1, 3, SIDE, SIDE))[0]
    small.roi_heads.score_thresh = threshold
    assert {name: tuple(value.shape) for name, value in found.items()} == {
        "boxes": (0, 4), "scores": (0,), "labels": (0,), "masks": (0, 28, 28)}  # fmt: skip


def test_results_are_of_32_bit_in_mixed_precision(small):
    """A place beyond 256 pixels has no half in 16 bits."""
    small.eval()
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        found = small.detect(torch.randn(1, 3, 64, 512))[0]
        losses = losses_of(small, two_squares()[1])
    assert {found[name].dtype for name in ("boxes", "scores", "masks")} == {torch.float32}
    assert (found["boxes"] != found["boxes"].bfloat16().float()).any()
    assert {loss.dtype for loss in losses.values()} == {torch.float32}


def test_an_image_without_landslides_has_no_box_and_mask_loss(small):
    losses = losses_of(small, torch.zeros(SIDE, SIDE, dtype=torch.uint8))
    assert [losses[name].item() for name in ("box", "mask", "edge")] == [0.0, 0.0, 0.0]
    assert losses["cls"] > 0
    assert losses["rpn"] > 0


@pytest.mark.parametrize("labelled", [0, 12])
def test_unlabelled_ground_costs_nothing(small, labelled):
    """With no more than a corner labelled, in which no proposal lies by 70 %."""
    mask = torch.full((SIDE, SIDE), 255, dtype=torch.uint8)
    mask[:2, :labelled] = 0
    small.zero_grad()
    image = two_squares()[0].requires_grad_()
    losses = losses_of(small, mask, images=image)
    sum(losses.values()).backward()
    assert {name: loss.item() for name, loss in losses.items() if name != "rpn"} == dict.fromkeys(
        ("cls", "box", "mask", "edge"), 0.0
    )
    if not labelled:
        assert losses["rpn"].item() == 0.0
        assert not image.grad.any()
    assert all(torch.isfinite(p.grad).all() for p in small.parameters() if p.grad is not None)
    small.zero_grad()


def test_proposals_on_unlabelled_ground_are_not_classified(small, monkeypatch):
    proposals = torch.tensor([[6.0, 8.0, 26.0, 28.0], [30.0, 4.0, 50.0, 24.0], [40.0, 40.0, 60.0, 60.0]])
    nothing = {name: torch.zeros(()) for name in ("loss_objectness", "loss_rpn_box_reg")}
    monkeypatch.setattr(small.rpn, "forward", lambda *_: ([proposals], nothing))
    rows = []
    hook = small.roi_heads.box_predictor.register_forward_hook(lambda _m, given, _r: rows.append(len(given[0])))
    _, mask = two_squares()
    mask[36:54, 34:58] = 0
    losses_of(small, mask)
    mask[32:, 32:] = 255
    losses_of(small, mask)
    hook.remove()
    assert rows == [4, 3]  # with the landslide itself


def test_masks_learn_nothing_from_unlabelled_pixels():
    """A landslide of which the right half is unlabelled: its box is as wide as what is known of it."""
    target = {"masks": torch.ones(1, 28, 28, dtype=torch.uint8), "labels": torch.tensor([1])}
    unlabelled = torch.zeros(28, 28, dtype=torch.bool)
    unlabelled[:, 14:] = True
    box, first = torch.tensor([[0.0, 0.0, 28.0, 28.0]]), torch.tensor([0])
    logits = torch.zeros(1, 2, 28, 28)
    logits[0, 1, :, 14:] = torch.randn(28, 14)
    logits.requires_grad_()
    mask, edge = ImprovedMaskRCNN._mask_losses(logits, [box], [first], [{**target, "unlabelled": unlabelled}])
    assert mask.item() == pytest.approx(math.log(2), rel=1e-6)  # everywhere 0.5, where 1 is right
    assert edge.item() == 0.0  # and flat
    (mask + edge).backward()
    assert (logits.grad[0, 1, :, :14] != 0).all()
    assert not logits.grad[0, 1, :, 14:].any()
    assert not logits.grad[0, 0].any()  # the background's
    whole, _ = ImprovedMaskRCNN._mask_losses(logits, [box], [first], [target])
    assert whole.item() != pytest.approx(mask.item(), rel=1e-3)


def test_several_classes():
    of = network(classes=2)
    assert of.roi_heads.box_predictor.cls_score.out_features == 3
    assert of.roi_heads.mask_predictor.mask_fcn_logits.out_channels == 3
    of.zero_grad()
    losses_of(of, two_squares((1, 2))[1])["mask"].backward()
    both = of.roi_heads.mask_predictor.mask_fcn_logits.weight.grad.flatten(1).abs().sum(1)
    assert both[0] == 0
    assert both[1] > 0
    assert both[2] > 0
    of.zero_grad()
    losses_of(of, two_squares((2, 2))[1])["mask"].backward()
    second = of.roi_heads.mask_predictor.mask_fcn_logits.weight.grad.flatten(1).abs().sum(1)
    assert (second[1] == 0, second[2] > 0) == (True, True)


@pytest.mark.parametrize(("settings", "message"), [
    ({"backbone": "vgg"}, r"^the backbone is 'vgg'; choose one of resnet50, .*, resnext101, lite0, lite1, lite2$"),
    ({"anchor_sizes": (8, 16)}, r"^there are 2 anchor sizes, one for each of 5 levels needed$"),
])  # fmt: skip
def test_senseless_settings_are_named(settings, message):
    with pytest.raises(ValueError, match=message):
        ImprovedMaskRCNN(**settings)
