package org.yicheng.demo.city;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.yicheng.livelihood.delivery.Photo.Stage;

/** Pictures of the demo's projects, drawn when it is loaded: no photograph, and nobody is in them. */
final class DemoPictures {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;
    private static final int GROUND = 440;
    private static final Color STEEL = new Color(0x4b5766);
    private static final Color PAVING = new Color(0xc9c6bd);
    private static final Color ROAD = new Color(0x6b7078);

    private DemoPictures() {}

    /** @param project lights, shelters or parking */
    static byte[] of(String project, Stage stage) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        switch (project) {
            case "lights" -> stairs(pen, stage);
            case "shelters" -> shelter(pen, stage);
            default -> parking(pen, stage);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes what is written", e);
        }
        return bytes.toByteArray();
    }

    private static void box(Graphics2D pen, Color colour, int x, int y, int width, int height) {
        pen.setColor(colour);
        pen.fillRect(x, y, width, height);
    }

    private static void street(Graphics2D pen) {
        pen.setPaint(new GradientPaint(0, 0, new Color(0xa9c8e8), 0, GROUND, new Color(0xeef4f8)));
        pen.fillRect(0, 0, WIDTH, GROUND);
        int[][] houses = {
            {0, 150, 150}, {165, 230, 120}, {300, 110, 170}, {490, 200, 130}, {640, 140, 160}, {820, 210, 140}
        };
        for (int[] house : houses) {
            box(pen, new Color(0xc2ccd6), house[0], house[1], house[2], GROUND - house[1]);
            for (int x = house[0] + 18; x < house[0] + house[2] - 24; x += 36) {
                for (int y = house[1] + 20; y < GROUND - 30; y += 42) {
                    box(pen, new Color(0x9fb0c2), x, y, 18, 24);
                }
            }
        }
        box(pen, PAVING, 0, GROUND, WIDTH, 90);
        box(pen, ROAD, 0, GROUND + 90, WIDTH, HEIGHT - GROUND - 90);
        for (int x = 30; x < WIDTH; x += 180) {
            box(pen, Color.WHITE, x, GROUND + 140, 90, 8);
        }
    }

    private static void shelter(Graphics2D pen, Stage stage) {
        street(pen);
        box(pen, STEEL, 230, 210, 10, 270);
        box(pen, new Color(0x1b4f8f), 195, 170, 80, 60);
        if (stage == Stage.BEFORE) {
            return;
        }
        box(pen, new Color(0xa8a59b), 330, 468, 420, 22);
        for (int x : new int[] {350, 530, 720}) {
            box(pen, STEEL, x, 230, 12, 240);
        }
        if (stage == Stage.DURING) {
            box(pen, STEEL, 350, 224, 382, 10);
            cone(pen, 300);
            cone(pen, 780);
            return;
        }
        box(pen, new Color(210, 232, 240, 170), 362, 262, 358, 180);
        pen.setColor(new Color(0x0a6b4e));
        pen.fillPolygon(new Polygon(new int[] {310, 770, 750, 330}, new int[] {232, 232, 196, 196}, 4));
        box(pen, new Color(0x8a5a2b), 390, 404, 300, 14);
        box(pen, STEEL, 410, 418, 10, 50);
        box(pen, STEEL, 660, 418, 10, 50);
    }

    private static void cone(Graphics2D pen, int x) {
        pen.setColor(new Color(0xd0701a));
        pen.fillPolygon(new Polygon(new int[] {x, x + 34, x + 21, x + 13}, new int[] {490, 490, 430, 430}, 4));
        box(pen, Color.WHITE, x + 8, 456, 18, 10);
    }

    private static void stairs(Graphics2D pen, Stage stage) {
        boolean lit = stage != Stage.BEFORE;
        Color wall = lit ? new Color(0xe9e3d2) : new Color(0x35393f);
        box(pen, wall, 0, 0, WIDTH, HEIGHT);
        if (lit) {
            pen.setPaint(new RadialGradientPaint(new Point2D.Float(480, 110), 520, new float[] {0, 1}, new Color[] {
                new Color(255, 250, 220), new Color(255, 250, 220, 0)
            }));
            pen.fillRect(0, 0, WIDTH, HEIGHT);
        }
        for (int i = 0; i < 8; i++) {
            int shade = lit ? 150 + i * 8 : 30 + i * 5;
            box(pen, new Color(shade, shade, shade), 160 + i * 70, 560 - i * 46, WIDTH, HEIGHT);
            box(pen, new Color(shade + 22, shade + 22, shade + 22), 160 + i * 70, 560 - i * 46, WIDTH, 8);
        }
        pen.setColor(lit ? new Color(0x7a4a22) : new Color(0x2a2320));
        pen.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.drawLine(120, 470, 640, 128);
        pen.setStroke(new BasicStroke(5));
        for (int i = 0; i < 7; i++) {
            pen.drawLine(170 + i * 70, 438 - i * 46, 170 + i * 70, 560 - i * 46);
        }
        box(pen, STEEL, 440, 70, 80, 16);
        pen.setColor(lit ? new Color(0xfffbe6) : new Color(0x4b4f55));
        pen.fillOval(446, 84, 68, 44);
        if (stage == Stage.DURING) {
            pen.setColor(new Color(0xd0701a));
            pen.setStroke(new BasicStroke(10));
            pen.drawLine(60, 630, 130, 180);
            pen.drawLine(180, 630, 150, 180);
            for (int y = 240; y < 620; y += 60) {
                pen.drawLine(60 + (630 - y) * 70 / 450, y, 180 - (630 - y) * 30 / 450, y);
            }
        }
    }

    private static void parking(Graphics2D pen, Stage stage) {
        street(pen);
        box(pen, stage == Stage.BEFORE ? new Color(0xa79a7c) : new Color(0x7d828a), 0, GROUND - 60, WIDTH, HEIGHT);
        if (stage == Stage.BEFORE) {
            pen.setColor(new Color(0x6f8a4e));
            for (int i = 0; i < 60; i++) {
                int x = i * 157 % WIDTH;
                int y = GROUND - 40 + i * 71 % 220;
                pen.fillOval(x, y, 34, 14);
            }
            return;
        }
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(6));
        int marked = stage == Stage.DURING ? 5 : 9;
        for (int i = 0; i < marked; i++) {
            pen.drawLine(90 + i * 100, GROUND - 30, 30 + i * 110, HEIGHT - 40);
        }
        if (stage == Stage.DURING) {
            cone(pen, 640);
            cone(pen, 760);
            box(pen, new Color(0xa79a7c), 660, GROUND - 60, 300, 40);
        }
    }
}
